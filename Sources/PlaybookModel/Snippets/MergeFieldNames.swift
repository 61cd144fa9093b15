import PlaybookMarkup

/// The names that can stand between `{{` and `}}` in a snippet, for a vocabulary of KPIs (docs/markdown.md, "Merge
/// fields").
package func knownMergeFields(kpis: some Collection<String>) -> [String] {
    ["account.name", "contact.name"] + kpis.flatMap { ["kpi.\($0).latest", "kpi.\($0).target"] }
}

/// True for the name of a merge field that can be filled.
package func isKnownMergeField(_ name: String, kpis: Set<String>) -> Bool {
    if name == "account.name" || name == "contact.name" { return true }
    guard name.hasPrefix("kpi."), let end = name.lastIndex(of: ".") else { return false }
    let property = name[name.index(after: end)...]
    return (property == "latest" || property == "target") && kpis.contains(String(name[..<end].dropFirst(4)))
}
