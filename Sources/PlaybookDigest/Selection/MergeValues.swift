import PlaybookCore
import PlaybookModel

/// The values of merge fields for one reader, by name. A field without a value for them is left out.
///
/// The values of a KPI include its unit, so that a sentence reads `9.1 h/month` and its writer need not know the
/// unit.
///
/// - Parameter labels: the language in which numbers are written; nil where only the names in the result matter.
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
