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
    package var isIndex: Bool {
        let bytes = path.utf8.span
        let end = path.endsWithBytes(of: ".md") ? bytes.count - 3 : bytes.count
        func isName(_ name: StaticString) -> Bool {
            let start = end - name.utf8CodeUnitCount
            guard start == 0 || start > 0 && bytes[start - 1] == UInt8(ascii: "/") else { return false }
            for index in 0..<name.utf8CodeUnitCount {
                let byte = bytes[start + index]
                guard (byte.isASCIILetter ? byte | 0x20 : byte) == name.utf8Start[index] else { return false }
            }
            return true
        }
        return isName("index") || isName("readme") || isName("_index")
    }

    /// The folder that the page is written to, such as `account/stages`; empty for the home page.
    package var page: String { isIndex ? folder : path.removingBytes(ofSuffix: ".md") ?? path }

    /// A title made from the name of the file or folder, for a page that has no other.
    package var fallbackTitle: String {
        let name = isIndex ? folder.pathParts.last ?? "Home" : stem
        let words = name.replacing(/[-_]+/, with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
