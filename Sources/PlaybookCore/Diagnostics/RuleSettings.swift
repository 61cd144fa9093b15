/// The severities that a team chose (`rules:` in playbook.yml) or that were chosen for one run (`--rule
/// NAME=SEVERITY`). Choices for the run take precedence.
package struct RuleSettings: Sendable, Hashable {
    private var chosen: [String: Severity] = [:]

    package init() {}

    /// Chooses a severity for the rule with a name. The name is not checked: a rule with it need not exist.
    package mutating func set(_ rule: String, to severity: Severity) { chosen[rule] = severity }

    /// The chosen severities, sorted by the name of the rule.
    package var choices: [(rule: String, severity: Severity)] {
        chosen.keys.sortedByBytes().compactMap { rule in chosen[rule].map { (rule, $0) } }
    }

    /// These settings, overridden by those of `other`.
    package func overridden(by other: RuleSettings) -> RuleSettings {
        var result = self
        result.chosen.merge(other.chosen) { $1 }
        return result
    }

    /// The severity of a rule. A choice that would lower a rule that cannot be lowered is ignored.
    package func severity(of rule: Rule) -> Severity {
        guard let severity = chosen[rule.name] else { return rule.severity }
        return rule.canBeLowered || severity == .error ? severity : rule.severity
    }

    /// The findings with their chosen severities, in order, without those that are off. A finding with a severity of
    /// its own keeps it.
    package func apply(to diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.compactMap { diagnostic in
            var diagnostic = diagnostic
            if !diagnostic.isFixed { diagnostic.severity = severity(of: diagnostic.rule) }
            return diagnostic.severity == .off ? nil : diagnostic
        }.inOrder()
    }
}
