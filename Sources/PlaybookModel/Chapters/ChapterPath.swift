import PlaybookCore

/// The path of a chapter, and what follows from it: the place of its page, its section, and whether it is an index
/// page.
package struct ChapterPath: Sendable, Hashable {
    /// The path below `chapters/`, such as `account/stages.md`.
    package let path: String

    package init(_ path: String) { self.path = path }

    /// The path of the folder, such as `account`; empty at the top.
    package var folder: String {
        path.pathFolder
    }

    /// The file's name without its extension.
    package var stem: String {
        let name = path.pathName
        return name.removingBytes(ofSuffix: ".md") ?? name
    }

    /// True for `index.md`, `README.md` and `_index.md`, in any case.
    package var isIndex: Bool { ["index", "readme", "_index"].contains(stem.lowercased()) }

    /// The folder that the page is written to, such as `account/stages`; empty for the home page.
    package var page: String {
        if isIndex { return folder }
        return folder.isEmpty ? stem : folder + "/" + stem
    }

    /// A title made from the name of the file or folder, for a page that has no other.
    package var fallbackTitle: String {
        let name = isIndex ? folder.pathParts.last ?? "Home" : stem
        let words = name.replacing(/[-_]+/, with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
