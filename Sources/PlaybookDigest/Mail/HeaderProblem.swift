import PlaybookCore

/// A value that cannot stand in a header.
struct HeaderProblem: Error, Sendable, Hashable {
    let rule: Rule
    /// In one sentence without a full stop.
    let message: String

    static func lineBreak(in name: String) -> HeaderProblem {
        HeaderProblem(rule: .lineBreakInHeader, message: "the value of `\(name)` has a line break in it")
    }

    static func invalid(_ value: String, in name: String, expected: String) -> HeaderProblem {
        HeaderProblem(rule: .invalidHeaderValue, message: "`\(value)` cannot stand in `\(name)`: \(expected)")
    }
}

extension Rule {
    /// What follows a line break in a header would be read as another header: whoever can put one into a name could
    /// add recipients. So it is refused and never repaired (RFC 5322, section 2.2).
    public static let lineBreakInHeader = Rule(
        "line-break-in-header", "A value that would stand in a message's header has a line break in it.")

    /// An address or another structured value that mail programs could not read.
    public static let invalidHeaderValue = Rule(
        "invalid-header-value", "A value that would stand in a message's header is not written as headers need it.")
}
