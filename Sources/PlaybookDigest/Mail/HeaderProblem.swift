import PlaybookCore

/// Why a value cannot be in a header.
struct HeaderProblem: Error, Sendable, Hashable {
    let rule: Rule
    /// One sentence without a full stop.
    let message: String

    static func lineBreak(in name: String) -> HeaderProblem {
        HeaderProblem(rule: .lineBreakInHeader, message: "the value of `\(name)` has a line break in it")
    }

    static func invalid(_ value: String, in name: String, expected: String) -> HeaderProblem {
        HeaderProblem(rule: .invalidHeaderValue, message: "`\(value)` cannot stand in `\(name)`: \(expected)")
    }
}
