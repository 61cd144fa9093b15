import PlaybookCore
import PlaybookTemplates

/// What a site is made with: the templates in `site/`, and the files in `site/assets/`.
package struct SiteTemplates: Sendable {
    let templates: Templates
    let assets: [SourceFile]

    /// Reads the templates in a folder.
    ///
    /// - Parameter path: the folder of all templates, such as `site-templates`.
    /// - Returns: the templates, and the findings about them.
    /// - Throws: `FileError` when a file or folder cannot be read.
    package static func read(_ path: String) throws(FileError) -> (templates: SiteTemplates, diagnostics: [Diagnostic])
    {
        let folder = path + "/site"
        let sources = try readFiles(in: folder) { $0.hasSuffix(".mustache") }
        let (templates, diagnostics) = Templates.compile(
            sources, required: records.mapValues { .record($0) }, in: folder)
        var problems = diagnostics
        let assets = try readFiles(in: folder + "/assets") { _ in true }
        for name in themeFiles.values.sorted() where !assets.contains(where: { $0.name == name }) {
            let place = Place(file: folder + "/assets/" + name)
            problems.append(Diagnostic(.missingThemeFile, "there is no `\(name)`", at: place))
        }
        return (SiteTemplates(templates: templates, assets: assets), problems)
    }

    /// The templates that are rendered, each with the record that it is filled from.
    static let records: [String: any TemplateRecord.Type] = [
        "page": PageTemplateRecord.self, "nav-item": NavigationItemRecord.self, "print": PrintTemplateRecord.self,
    ]

    /// The files that every page refers to, by the value under which templates know them.
    static let themeFiles = [
        "style": "site.css", "script": "site.js", "theme_script": "theme.js", "search_script": "search.js",
        "icon": "favicon.svg",
    ]
}
