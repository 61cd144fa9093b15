/// How much a finding weighs. An error keeps the library from existing; a warning is reported; off is not reported at all.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case error, warning, off
}

/// A thing that can be wrong with content, named for the bad thing. Its name is its identity.
public struct Rule: Sendable {
    /// What users write in `rules:` and after `--rule`, such as `broken-link`.
    public let name: String
    /// The severity where nobody chose another.
    public let severity: Severity
    /// False for rules whose breach could leak something to a customer, or would leave no library to speak of.
    public let canBeLowered: Bool
    /// One sentence: what it finds.
    public let summary: String
    /// Why what it finds is bad: one or two sentences.
    public let why: String
    /// A piece of content that it finds something in.
    public let example: String
    /// The same as it should be.
    public let instead: String

    public init(
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
    public static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
