/// How much a finding weighs. An error keeps the library from existing; a warning is reported; off is not reported at all.
package enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case error, warning, off
}

/// A thing that can be wrong with content, named for the bad thing. Its name is its identity.
package struct Rule: Sendable {
    /// What users write in `rules:` and after `--rule`, such as `broken-link`.
    package let name: String
    /// The severity where nobody chose another.
    package let severity: Severity
    /// False for rules whose breach could leak something to a customer, or would leave no library to speak of.
    package let canBeLowered: Bool
    /// One sentence: what it finds.
    package let summary: String
    /// Why what it finds is bad: one or two sentences.
    package let why: String
    /// A piece of content that it finds something in.
    package let example: String
    /// The same as it should be.
    package let instead: String

    package init(
        _ name: String, _ summary: String, severity: Severity = .error, canBeLowered: Bool = false, why: String = "",
        example: String = "", instead: String = ""
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
