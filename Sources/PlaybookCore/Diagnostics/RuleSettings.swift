/// The severities that a team (`rules:` in playbook.yml) or one run (`--rule NAME=SEVERITY`) chose. The run wins.
package struct RuleSettings: Sendable, Hashable {
    private var chosen: [String: Severity] = [:]

    package init() {}

    package mutating func set(_ rule: String, to severity: Severity) { chosen[rule] = severity }

    /// These settings with those of `other` put over them.
    package func overridden(by other: RuleSettings) -> RuleSettings {
        var result = self
        result.chosen.merge(other.chosen) { $1 }
        return result
    }

    /// The severity of a rule; a choice never lowers one that cannot be lowered.
    package func severity(of rule: Rule) -> Severity {
        guard let severity = chosen[rule.name] else { return rule.severity }
        return rule.canBeLowered || severity == .error ? severity : rule.severity
    }

    /// The findings with their chosen severities, without those that are off, in order. A finding that is fixed stays as it is.
    package func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            var diagnostic = diagnostic
            if !diagnostic.isFixed { diagnostic.severity = severity(of: diagnostic.rule) }
            return diagnostic.severity == .off ? nil : diagnostic
        }.inOrder()
    }
}
