/// How serious a finding is. Content with an error gives no library; a warning is only reported; a finding that is off
/// is not reported.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case error, warning, off
}

/// Something that can be wrong with content. Its name says what is wrong. Two rules with the same name are equal.
package struct Rule: Sendable {
    /// What users write in `rules:` and after `--rule`, such as `broken-link`.
    package let name: String
    /// The severity that applies unless another one was chosen.
    package let severity: Severity
    /// False for rules that prevent leaks to customers, and for rules that a usable library depends on.
    package let canBeLowered: Bool
    /// What the rule finds, in one sentence.
    package let summary: String
    /// Why that is bad, in one or two sentences.
    package let why: String
    /// A piece of content that breaks the rule.
    package let example: String
    /// The same piece of content, corrected.
    package let instead: String

    package init(
        _ name: String, _ summary: String, severity: Severity = .error, canBeLowered: Bool = false, why: String,
        example: String, instead: String
    ) {
        self.name = name
        self.severity = severity
        self.canBeLowered = canBeLowered
        self.summary = summary
        self.why = why
        self.example = example
        self.instead = instead
    }
}

extension Rule: Hashable {
    package static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
