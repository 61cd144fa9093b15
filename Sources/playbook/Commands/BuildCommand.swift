import ArgumentParser
import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest
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
        let loaded = try await options.load()
        let made = try await make(from: loaded)
        writeError(try text(of: made.diagnostics.inOrder(), as: format, for: STDERR_FILENO))
        guard let result = made.result else { throw ExitStatus.contentHasErrors }
        let month = loaded.asOf.yearMonth
        try await put(result, month: month, asOf: loaded.asOf)
        try writeOutput(summary(of: result, month: month))
        if loaded.chaptersWithRawHTML > 0 {
            let count = loaded.chaptersWithRawHTML
            writeError(
                "Raw HTML in \(count) \(count == 1 ? "chapter" : "chapters") is left out; `site.raw_html: true` keeps it.\n"
            )
        }
    }

    private struct Result {
        var library: Library
        var templates: SiteTemplates
        /// Nil where there are no accounts.
        var digests: Digests?
    }

    /// Everything that is to be written; no result where something is wrong.
    private func make(from loaded: LoadedContent) async throws -> (result: Result?, diagnostics: [Diagnostic]) {
        let (siteTemplates, problems) = try SiteTemplates.read(templates)
        var diagnostics = loaded.diagnostics + problems
        guard let library = loaded.library, !diagnostics.hasErrors else { return (nil, diagnostics) }
        var result = Result(library: library, templates: siteTemplates)
        if !library.accounts.isEmpty {
            let files = try readFiles(in: templates + "/email") { _ in true }
            do throws(TemplateError) {
                let email = try EmailTemplates.compile(files, in: templates + "/email")
                let month = loaded.asOf.yearMonth
                let digests = await digests(of: library, ledger: .empty, month: month, templates: email)
                diagnostics += digests.diagnostics
                result.digests = digests
            } catch {
                diagnostics += error.diagnostics
            }
        }
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        return (result, diagnostics)
    }

    /// Both folders are written before either is put in its place, so that a full disk leaves both as they were.
    private func put(_ result: Result, month: YearMonth, asOf: CalendarDate) async throws {
        let site = try StagedFolder.replacing("\(output)/_site")
        let writer = site.writer
        try await writeSite(of: result.library, with: result.templates, asOf: asOf) { (file) throws(FileError) in
            try writer.write(file)
        }
        if let digests = result.digests {
            let folder = "_digests/\(month)"
            let staged = try StagedFolder.replacing("\(output)/\(folder)")
            try staged.write(
                digests.files.map { OutputFile(path: String($0.path.dropFirst(folder.count + 1)), bytes: $0.bytes) })
            try staged.commit()
        }
        try site.commit()
    }

    private func summary(of result: Result, month: YearMonth) -> String {
        let folder = output == "." ? "" : output + "/"
        let chapters = result.library.chapters.count
        var text = "Site: \(chapters) \(chapters == 1 ? "chapter" : "chapters") in \(folder)_site/\n"
        if let digests = result.digests {
            let messages = "\(digests.messageCount) \(digests.messageCount == 1 ? "message" : "messages")"
            text += "Digests: \(messages) for \(month.englishName) \(month.year) in \(folder)_digests/\(month)/\n"
        }
        return text
    }
}
