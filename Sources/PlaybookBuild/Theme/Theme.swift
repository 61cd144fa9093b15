import CTheme
import PlaybookCore

/// The templates, style sheets, scripts and words that sites and messages are made with: those inside the program, or some of them replaced by
/// the files of a folder.
package struct Theme: Sendable {
    /// In the order of their names, which are paths below `site-templates/`, such as `site/page.mustache`.
    package let files: [SourceFile]
    /// The folder whose files replace those of the program; nil where there is none.
    package let folder: String?

    /// The theme with the files of a folder in place of its own, and those beside them that it has not.
    ///
    /// - Parameter folder: a folder like `site-templates/`, as it was given; nil for the theme as it is.
    /// - Throws: `FileError` where a file cannot be read.
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

    /// The files inside the program. Messages about one show where it stands in the program's own sources.
    static var builtIn: [SourceFile] {
        (0..<theme_file_count()).map { number in
            let file = theme_file_at(number)
            let name = String(cString: file.path)
            let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
            return SourceFile(path: "site-templates/" + name, name: name, bytes: bytes)
        }
    }

    /// The files directly in one of its folders, such as `email`, named by what stands behind the folder.
    package func files(in part: String) -> [SourceFile] {
        files.filter { $0.name.pathFolder == part }.map { file in
            SourceFile(path: file.path, name: file.name.pathName, bytes: file.bytes)
        }
    }
}
