import PlaybookContent
import PlaybookCore

/// What is wrong with the accent on the pages of a theme; nothing where the theme has no `site.css`.
///
/// - Throws: `FileError` where the machine refuses.
func accentFindings(_ configuration: Configuration, templates: String) throws(FileError) -> [Diagnostic] {
    let path = templates + "/site/assets/site.css"
    guard try kind(ofFile: path) == .file else { return [] }
    return checkAccent(configuration.site, styles: SourceFile(path: path, name: "site.css", bytes: try readFile(path)))
}
