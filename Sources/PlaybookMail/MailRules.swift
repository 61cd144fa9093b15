import PlaybookCore

extension Rule {
    /// The rules about headers of messages.
    package static var mail: [Rule] {
        [invalidHeaderValue, lineBreakInHeader]
    }
}
