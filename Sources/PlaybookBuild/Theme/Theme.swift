import CTheme
import PlaybookCore

/// The templates, style sheets, scripts and words that sites and messages are made with: the files inside the program, some of which the files of a
/// folder may replace.
package struct Theme: Sendable {
    /// The files, sorted by name. A name is a path below `site-templates/`, such as `site/page.mustache`.
    package let files: [SourceFile]
    /// The folder whose files replace the program's own; nil if there is none.
    package let folder: String?

    /// The theme inside the program, with files replaced or added from a folder.
    ///
    /// - Parameter folder: a folder like `site-templates/`, as the user wrote it; nil for the theme inside the program.
    /// - Throws: `FileError` if a file cannot be read.
    package init(replacedBy folder: String? = nil) throws(FileError) {
        self.folder = folder
        var files: [String: SourceFile] = [:]
        for file in Self.builtIn { files[file.name] = file }
        if let folder {
            for part in Self.parts {
                for file in try readFiles(in: folder + "/" + part, where: { _ in true }) {
                    let name = part + "/" + file.name
                    files[name] = SourceFile(path: file.path, name: name, bytes: file.bytes)
                }
            }
        }
        self.files = files.keys.sortedByBytes().compactMap { files[$0] }
    }

    /// The folders of a theme.
    static let parts = ["digests", "email", "site", "site/assets"]

    /// The files inside the program. Messages about such a file show its path in the program's sources.
    static var builtIn: [SourceFile] {
        (0..<theme_file_count()).map { number in
            let file = theme_file_at(number)
            let name = String(cString: file.path)
            let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            return SourceFile(path: "site-templates/" + name, name: name, bytes: bytes)
        }
    }

    /// The files directly in one of its folders, such as `email`, named without the folder.
    package func files(in part: String) -> [SourceFile] {
        files.filter { $0.name.pathFolder == part }.map { file in
            SourceFile(path: file.path, name: file.name.pathName, bytes: file.bytes)
        }
    }
}
