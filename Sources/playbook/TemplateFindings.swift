import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel

/// The findings about the accent on the pages of a theme; empty where the theme has no `site.css`.
///
/// - Throws: `FileError` where a file cannot be read.
func accentFindings(_ configuration: Configuration, templates: String) throws(FileError) -> [Diagnostic] {
    let path = templates + "/site/assets/site.css"
    guard try kind(ofFile: path) == .file else { return [] }
    return checkAccent(configuration.site, styles: SourceFile(path: path, name: "site.css", bytes: try readFile(path)))
}

/// The findings about languages of accounts for which messages have no words; empty where there are no templates of
/// messages.
///
/// - Throws: `FileError` where a file cannot be read.
func languageFindings(_ library: Library?, templates: String) throws(FileError) -> [Diagnostic] {
    let folder = templates + "/email"
    guard let library, try kind(ofFile: folder) == .folder else { return [] }
    return checkLanguages(of: library, files: try listFolder(folder), in: folder)
}
