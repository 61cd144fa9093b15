import PlaybookCore

extension Rule {
    /// The rules about the templates and files that a site is made with.
    package static var site: [Rule] {
        [missingThemeFile]
    }
}
