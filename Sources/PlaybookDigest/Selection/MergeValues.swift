import PlaybookContent
import PlaybookCore

/// The values of merge fields for one reader. A name that is not a key has no value for them.
///
/// - Parameter labels: how the reader's language writes numbers; nil where only the names of the result matter.
///
/// A KPI's values carry its unit, so that a sentence reads `9.1 h/month` without its writer having to know the unit.
func mergeValues(
    _ names: some Sequence<String>, account: Account, contact: Account.Contact?, month: YearMonth, library: Library,
    labels: Labels? = nil
) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
        let value: String?
        switch name {
        case "account.name": value = account.name
        case "contact.name": value = contact?.name
        default: value = kpiValue(name, account: account, month: month, library: library, labels: labels)
        }
        if let value, !value.isEmpty { values[name] = value }
    }
    return values
}

/// True where a merge field has a value for an account, whoever reads.
func hasMergeValue(_ name: String, account: Account, month: YearMonth, library: Library) -> Bool {
    if name == "account.name" { return !account.name.isEmpty }
    let value = kpiValue(name, account: account, month: month, library: library, labels: nil)
    return value.map { !$0.isEmpty } ?? false
}

private func kpiValue(
    _ name: String, account: Account, month: YearMonth, library: Library, labels: Labels?
) -> String? {
    guard name.hasPrefix("kpi."), let end = name.lastIndex(of: "."),
        let kpi = library.configuration.kpi(
            String(name[..<end].dropFirst(4)), in: labels?.language ?? library.configuration.site.language)
    else { return nil }
    func text(_ value: Decimal6) -> String { labels?.text(value, of: kpi) ?? value.description }
    switch name[name.index(after: end)...] {
    case "latest":
        return library.freshReading(of: kpi.id, account: account.id, month: month).map { text($0.value) }
    case "target": return account.target(of: kpi.id).map(text)
    default: return nil
    }
}

extension Account {
    /// What the account wants of a KPI, or nil.
    func target(of kpi: String) -> Decimal6? { kpis.first { $0.kpi == kpi }?.target }

    /// The KPIs that a contact steers by: their own, or, where they have none, the account's (selection.md, section 5).
    func steering(_ contact: Contact) -> [String] { contact.kpis.isEmpty ? kpis.map(\.kpi) : contact.kpis }
}

extension KPI {
    /// True when a value is not what was wanted (selection.md, `kpi_off_target`).
    func misses(_ value: Decimal6, target: Decimal6) -> Bool {
        switch better {
        case .higher: value < target
        case .lower: value > target
        }
    }
}
