import PlaybookCore

extension Rule {
    static let invalidYAML = Rule("invalid-yaml", "A file or its front matter is not YAML that can be read.")
    static let unknownKey = Rule("unknown-key", "A key that this kind of file does not have: it would have no effect.")
    static let missingKey = Rule("missing-key", "A key without which the file means nothing.")
    static let duplicateKey = Rule("duplicate-key", "A key is given twice, so that one of its values has no effect.")
    static let wrongType = Rule("wrong-type", "A value is of another type than its key takes.")
    static let invalidValue = Rule("invalid-value", "A value of the right type that cannot be, such as 30 February.")

    /// A reference to something that is defined nowhere: `unknown-role`, `unknown-kpi`, …
    static func unknown(_ reference: Reference) -> Rule {
        Rule("unknown-\(reference.rawValue)", "The id of a \(reference.title) that is defined nowhere.")
    }
}
