import PlaybookCore

extension Rule {
    /// The rules about templates.
    package static var templates: [Rule] {
        [invalidTemplate, missingTemplate, unknownValue]
    }
}
