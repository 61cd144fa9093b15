extension RuleRegistry {
    /// All rules as a Markdown document: `docs/rules.md`.
    package var document: String {
        var lines = [
            "# Rules", "",
            "What `playbook check` finds in the content, and `playbook build` in templates and messages, by name. `playbook check --explain RULE`",
            "shows one of these entries.", "",
            "A severity is changed for a team with `rules: {broken-link: warning}` in `playbook.yml`, for one run with",
            "`--rule broken-link=warning`: `error`, `warning` or `off`. Rules marked *fixed* cannot be lowered: they protect",
            "customers from leaks, or find mistakes that must be corrected before the content can be used.", "",
            "| rule | severity | what it finds |", "|---|---|---|",
        ]
        for rule in rules {
            let summary = rule.summary.replacing("|", with: "\\|")
            lines.append("| [`\(rule.name)`](#\(rule.name)) | \(rule.severityText) | \(summary) |")
        }
        for rule in rules { lines += ["", "## \(rule.name)", ""] + rule.explanation(marksCode: true) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Rule {
    /// The severity as lists show it, such as `error, fixed`.
    package var severityText: String { severity.rawValue + (canBeLowered ? "" : ", fixed") }

    /// What the rule does, why its findings are bad, and an example, as text for a terminal.
    package var explanation: String { ([name, ""] + explanation(marksCode: false)).joined(separator: "\n") + "\n" }

    fileprivate func explanation(marksCode: Bool) -> [String] {
        func strong(_ text: String) -> String { marksCode ? "**\(text)**" : text }
        func code(_ text: String) -> [String] {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return marksCode
                ? ["```text"] + lines.map(String.init) + ["```"] : lines.map { $0.isEmpty ? "" : "    " + $0 }
        }
        return [strong("What it does") + "  ", summary, "", strong("Why this is bad") + "  ", why, ""].map {
            marksCode || !$0.hasSuffix("  ") ? $0 : String($0.dropLast(2))
        } + [strong("Example"), ""] + code(example) + ["", strong("Instead"), ""] + code(instead)
            + ["", "Severity: \(severityText)"]
    }
}
