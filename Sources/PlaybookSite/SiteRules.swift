import PlaybookCore

extension Rule {
    /// The rules about what a site is made with.
    package static var site: [Rule] {
        [missingThemeFile]
    }
}
