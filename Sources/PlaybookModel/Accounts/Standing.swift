import PlaybookCore

extension Account {
    /// What the account wants of a KPI, or nil.
    package func target(of kpi: String) -> Decimal6? { kpis.first { $0.kpi == kpi }?.target }

    /// The KPIs that a contact steers by: their own, or, where they have none, the account's (docs/selection.md, section 5).
    package func steering(_ contact: Contact) -> [String] { contact.kpis.isEmpty ? kpis.map(\.kpi) : contact.kpis }
}

extension KPI {
    /// True when a value is not what was wanted (docs/selection.md, `kpi_off_target`).
    package func misses(_ value: Decimal6, target: Decimal6) -> Bool { isBetter(target, than: value) }

    /// True when a value is nearer to what is wanted than another; false for two that are the same.
    package func isBetter(_ value: Decimal6, than other: Decimal6) -> Bool {
        switch better {
        case .higher: value > other
        case .lower: value < other
        }
    }
}
