import PlaybookCore

/// A value that cannot stand in a header.
package struct HeaderProblem: Error, Sendable, Hashable {
    package let rule: Rule
    /// In one sentence without a full stop.
    package let message: String

    package init(rule: Rule, message: String) {
        self.rule = rule
        self.message = message
    }

    package static func lineBreak(in name: String) -> HeaderProblem {
        HeaderProblem(rule: .lineBreakInHeader, message: "the value of `\(name)` has a line break in it")
    }

    package static func invalid(_ value: String, in name: String, expected: String) -> HeaderProblem {
        HeaderProblem(rule: .invalidHeaderValue, message: "`\(value)` cannot stand in `\(name)`: \(expected)")
    }
}
