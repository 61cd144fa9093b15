import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel

/// What is wrong with the accent on the pages of a theme; nothing where the theme has no `site.css`.
///
/// - Throws: `FileError` where the machine refuses.
func accentFindings(_ configuration: Configuration, templates: String) throws(FileError) -> [Diagnostic] {
    let path = templates + "/site/assets/site.css"
    guard try kind(ofFile: path) == .file else { return [] }
    return checkAccent(configuration.site, styles: SourceFile(path: path, name: "site.css", bytes: try readFile(path)))
}

/// The accounts' languages in which the messages of a theme have no words; nothing where there are no templates of messages.
///
/// - Throws: `FileError` where the machine refuses.
func languageFindings(_ library: Library?, templates: String) throws(FileError) -> [Diagnostic] {
    let folder = templates + "/email"
    guard let library, try kind(ofFile: folder) == .folder else { return [] }
    return checkLanguages(of: library, files: try listFolder(folder), in: folder)
}
