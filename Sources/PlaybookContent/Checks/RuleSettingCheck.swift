import PlaybookCore

extension Rule {
    static let unknownRule = Rule(
        "unknown-rule",
        "A rule in `rules:` that does not exist.",
        why: "The severity that was meant to change stays as it is.",
        example: "rules: {broken-lnk: warning}",
        instead: "rules: {broken-link: warning}")

    static let fixedRule = Rule(
        "fixed-rule",
        "A rule in `rules:` that cannot be lowered.",
        why: "Such a rule protects customers, or finds mistakes that the program cannot handle.",
        example: "rules: {names-other-customer: off}",
        instead: "may_name: [contoso-motors]   # in the snippet, once they agreed")
}

/// The findings about a severity that `rules:` in playbook.yml chooses: the rule does not exist, or it cannot be
/// lowered.
func checkSetting(
    _ entry: YAMLNode.Entry, _ severity: Severity, in file: SourceFile, _ registry: RuleRegistry
) -> [Diagnostic] {
    let place = file.place(entry.keySource)
    guard let rule = registry.named(entry.key) else {
        let help = Diagnostic.help(didYouMean: registry.nearest(to: entry.key))
        return [Diagnostic(.unknownRule, "unknown rule `\(entry.key)`", at: place, help: help)]
    }
    guard !rule.canBeLowered, severity != .error else { return [] }
    return [Diagnostic(.fixedRule, "`\(rule.name)` cannot be lowered", at: place, help: rule.summary)]
}
