/// How much a finding weighs. With an error there is no library; a warning is reported only; a finding that is off is
/// not reported.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case error, warning, off
}

/// Something that can be wrong with content, named for what is bad. Two rules with the same name are the same.
package struct Rule: Sendable {
    /// What users write in `rules:` and after `--rule`, such as `broken-link`.
    package let name: String
    /// The severity unless somebody chose another.
    package let severity: Severity
    /// False for rules that guard customers from a leak, and for those without which there would be no usable
    /// library.
    package let canBeLowered: Bool
    /// What it finds, in one sentence.
    package let summary: String
    /// Why what it finds is bad: one or two sentences.
    package let why: String
    /// A piece of content in which it finds something.
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
