import ArgumentParser
import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookSite

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Builds the site, and the digests of the month.",
        discussion: """
            Writes _site/ and _digests/YYYY-MM/ beside the old ones and puts them in place when all is well; \
            a build that fails leaves the old ones as they were.
            """)

    @OptionGroup var options: ContentOptions

    @Option(help: ArgumentHelp("The folder of the templates.", valueName: "folder"))
    var templates = "site-templates"

    @Option(help: ArgumentHelp("Where _site/ and _digests/ go.", valueName: "folder"))
    var output = "."

    @Option(help: "How findings are printed: text, json, sarif or github.")
    var format = DiagnosticFormat.text

    func run() async throws {
        guard try kind(ofFile: templates) == .folder else {
            throw UsageError("there is no folder of templates \(templates); name it with --templates")
        }
        let siteTemplates = try SiteTemplates.read(templates)
        let loaded = try await options.load()
        try report(siteTemplates.diagnostics + loaded.diagnostics)
        guard let library = loaded.library, !siteTemplates.diagnostics.hasErrors else {
            throw ExitStatus.contentHasErrors
        }
        let files = try await site(of: library, with: siteTemplates.templates, asOf: loaded.asOf)
        let staged = try StagedFolder.replacing(output + "/_site")
        try staged.write(files)
        try staged.commit()
        try writeOutput("Site: \(library.chapters.count) chapters in \(output)/_site/\n")
        if loaded.chaptersWithRawHTML > 0 {
            writeError(
                "\(loaded.chaptersWithRawHTML) chapters have raw HTML, which is left out; `site.raw_html: true` keeps it\n"
            )
        }
    }

    private func report(_ diagnostics: [Diagnostic]) throws {
        writeError(try text(of: diagnostics.inOrder(), as: format, for: STDERR_FILENO))
    }
}
