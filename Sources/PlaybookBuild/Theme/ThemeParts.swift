import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite

extension Theme {
    /// The path of a part of the theme, for messages.
    private func place(of part: String) -> String { (folder ?? "site-templates") + "/" + part }

    /// The compiled templates and assets of the site, and the findings about them.
    package func siteTemplates() -> (templates: SiteTemplates, diagnostics: [Diagnostic]) {
        SiteTemplates.compile(files(in: "site"), assets: files(in: "site/assets"), in: place(of: "site"))
    }

    /// The compiled templates and words of messages.
    ///
    /// - Throws: `TemplateError` with all mistakes in the templates.
    package func emailTemplates() throws(TemplateError) -> EmailTemplates {
        try EmailTemplates.compile(files(in: "email"), in: place(of: "email"), words: WordFile.read)
    }

    /// The compiled templates of a month's overview.
    ///
    /// - Throws: `TemplateError` with all mistakes in the templates.
    package func overviewTemplates() throws(TemplateError) -> OverviewTemplates {
        try OverviewTemplates.compile(files(in: "digests"), in: place(of: "digests"))
    }

    /// The findings about the company's accent on the pages of the theme.
    package func accentFindings(_ configuration: Configuration) -> [Diagnostic] {
        files(in: "site/assets").filter { $0.name == "site.css" }.flatMap {
            checkAccent(configuration.site, styles: $0)
        }
    }

    /// The findings about languages of accounts for which messages have no words.
    package func languageFindings(_ library: Library?) -> [Diagnostic] {
        library.map { checkLanguages(of: $0, files: files(in: "email").map(\.name), in: place(of: "email")) } ?? []
    }
}
