import PlaybookMarkup

/// What a merge field stands for, so that its name is read only once (docs/markdown.md, "Merge fields").
package enum MergeValue: Sendable, Hashable {
    case accountName
    case contactName
    /// The latest known value of a KPI.
    case latest(kpi: String)
    case target(kpi: String)

    /// Nil for a name that no field has. Whether the KPI exists is not checked.
    package init?(_ name: String) {
        switch name {
        case "account.name": self = .accountName
        case "contact.name": self = .contactName
        default:
            guard name.hasPrefix("kpi."), let end = name.lastIndex(of: ".") else { return nil }
            let kpi = String(name[..<end].dropFirst(4))
            switch name[name.index(after: end)...] {
            case "latest": self = .latest(kpi: kpi)
            case "target": self = .target(kpi: kpi)
            default: return nil
            }
        }
    }

    package var name: String {
        switch self {
        case .accountName: "account.name"
        case .contactName: "contact.name"
        case .latest(let kpi): "kpi.\(kpi).latest"
        case .target(let kpi): "kpi.\(kpi).target"
        }
    }

    /// All merge fields for a vocabulary of KPIs.
    package static func all(kpis: some Collection<String>) -> [MergeValue] {
        [.accountName, .contactName] + kpis.flatMap { [.latest(kpi: $0), .target(kpi: $0)] }
    }
}

/// The names that can stand between `{{` and `}}` in a snippet, for a vocabulary of KPIs.
package func knownMergeFields(kpis: some Collection<String>) -> [String] { MergeValue.all(kpis: kpis).map(\.name) }

/// True for the name of a merge field that can be filled.
package func isKnownMergeField(_ name: String, kpis: Set<String>) -> Bool {
    switch MergeValue(name) {
    case .accountName, .contactName: true
    case .latest(let kpi), .target(let kpi): kpis.contains(kpi)
    case nil: false
    }
}
