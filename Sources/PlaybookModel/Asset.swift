/// A file that is published as it is.
package struct Asset: Sendable, Hashable {
    /// The path below the content folder, such as `assets/rhythm.svg`.
    package let name: String
    /// Where to read it.
    package let path: String

    package init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}
