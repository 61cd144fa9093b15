/// How much a finding weighs. An error keeps the library from existing; a warning is told; off is not even told.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
    case error, warning, off
}

/// A thing that can be wrong with content, named for the bad thing. Each is declared beside the code that finds it.
public struct Rule: Sendable, Hashable {
    /// What users write in `rules:` and after `--rule`, such as `broken-link`.
    public let name: String
    /// The severity where nobody chose another.
    public let severity: Severity
    /// False for rules whose breach could leak something to a customer, or would leave no library to speak of.
    public let canBeLowered: Bool
    /// One sentence: what it finds.
    public let summary: String

    public init(_ name: String, _ summary: String, severity: Severity = .error, canBeLowered: Bool = false) {
        self.name = name
        self.severity = severity
        self.canBeLowered = canBeLowered
        self.summary = summary
    }
}
