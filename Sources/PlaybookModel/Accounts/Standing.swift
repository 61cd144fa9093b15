import PlaybookCore

extension Account {
    /// The account's target for a KPI, or nil.
    package func target(of kpi: String) -> Decimal6? { kpis.first { $0.kpi == kpi }?.target }

    /// The KPIs that a contact steers by: their own or, if they have none, those of the account (docs/selection.md, section 5).
    package func steering(_ contact: Contact) -> [String] { contact.kpis.isEmpty ? kpis.map(\.kpi) : contact.kpis }
}

extension KPI {
    /// True if a value misses its target (docs/selection.md, `kpi_off_target`).
    package func misses(_ value: Decimal6, target: Decimal6) -> Bool { isBetter(target, than: value) }

    /// True if a value is better than another, by the direction of the KPI; false if they are the same.
    package func isBetter(_ value: Decimal6, than other: Decimal6) -> Bool {
        switch better {
        case .higher: value > other
        case .lower: value < other
        }
    }
}
