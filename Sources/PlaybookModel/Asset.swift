/// A file that is published unchanged.
package struct Asset: Sendable, Hashable {
    /// The path below the content folder, such as `assets/rhythm.svg`.
    package let name: String
    /// The path to read it from.
    package let path: String

    package init(name: String, path: String) {
        self.name = name
        self.path = path
    }
}
