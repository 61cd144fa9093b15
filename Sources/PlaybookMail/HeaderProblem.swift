import PlaybookCore

extension Rule {
    /// A line break in a header would start another header: anybody who can put one into a name could add recipients. So it is refused and never
    /// repaired (RFC 5322, section 2.2).
    package static let lineBreakInHeader = Rule(
        "line-break-in-header",
        "A value for a message's header has a line break in it.",
        why: "What follows a line break would be read as another header, such as one that adds recipients.",
        example: "name: \"Ana\\nBcc: all@company.example\"",
        instead: "name: Ana Silva")

    /// An address or another structured value that mail programs could not read.
    package static let invalidHeaderValue = Rule(
        "invalid-header-value",
        "A value for a message's header is not in the form that headers need.",
        why: "Mail programs could not read the message, or would refuse it.",
        example: "language: english please",
        instead: "language: en")
}

/// A value that cannot be in a header.
package struct HeaderProblem: Error, Sendable, Hashable {
    package let rule: Rule
    /// One sentence without a full stop.
    package let message: String

    package init(rule: Rule, message: String) {
        self.rule = rule
        self.message = message
    }

    package static func lineBreak(in name: String) -> HeaderProblem {
        HeaderProblem(rule: .lineBreakInHeader, message: "the value of `\(name)` has a line break in it")
    }

    package static func invalid(_ value: String, in name: String, expected: String) -> HeaderProblem {
        HeaderProblem(rule: .invalidHeaderValue, message: "`\(value)` cannot be in the header `\(name)`: \(expected)")
    }
}
