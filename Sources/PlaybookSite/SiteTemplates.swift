import PlaybookCore
import PlaybookTemplates

extension Rule {
    /// A style sheet or script that does not exist, although every page refers to it.
    static let missingThemeFile = Rule(
        "missing-theme-file",
        "The theme lacks a file that every page refers to.",
        why: "Every page would be without its styles, its scripts or its icon.",
        example: "site-templates/site/assets/main.css",
        instead: "site-templates/site/assets/site.css")
}

/// What a site is made with: the templates in `site/`, and the files in `site/assets/`.
package struct SiteTemplates: Sendable {
    let templates: Templates
    let assets: [SourceFile]

    /// Compiles the templates of a site.
    ///
    /// - Parameters:
    ///   - files: the files of `site/`. Files that are not templates are ignored.
    ///   - assets: the files of `site/assets/`.
    ///   - folder: the folder that contains `site/`, for the message about a missing file.
    /// - Returns: the templates, and the findings about them.
    package static func compile(
        _ files: [SourceFile], assets: [SourceFile], in folder: String
    ) -> (templates: SiteTemplates, diagnostics: [Diagnostic]) {
        let sources = files.filter { $0.name.endsWithBytes(of: ".mustache") }
        let (templates, diagnostics) = Templates.compile(
            sources, required: records, in: folder)
        var problems = diagnostics
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
