import ArgumentParser
import Foundation
import PlaybookBuild
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookMarkup
import PlaybookModel

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Renders one Markdown file as a fragment of HTML, or as plain text.",
        discussion: "Links stay as they are written. Front matter is left out.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case html, email, text, ast
    }

    @Argument(help: "A Markdown file, or - for standard input.")
    var file: String

    @Option(
        help:
            "What to render: html for a page, email for a message, text for plain text, ast for the tree as lines of JSON."
    )
    var format = Format.html

    @OptionGroup var themeOptions: ThemeOptions

    @Flag(help: "Keep raw HTML as it is. Markdown links that run code are always left out.")
    var rawHTML = false

    @Flag(name: .customLong("commonmark"), help: "Reads plain CommonMark 0.30, without the program's additions.")
    var commonMark = false

    func run() throws {
        let source = try read()
        let document = Document(
            parsing: source.bytes, from: bodyStart(of: source), as: commonMark ? .commonMark : .playbook)
        try writeOutput(try rendered(document, of: source))
    }

    private func read() throws -> SourceFile {
        if file != "-", try kind(ofFile: file) == nil { throw UsageError("there is no file \(file)") }
        if file != "-", try kind(ofFile: file) == .folder { throw UsageError("\(file) is a folder") }
        let bytes = file == "-" ? try readStandardInput() : try readFile(file)
        let source = SourceFile(path: file, name: file, bytes: bytes)
        if let offset = source.firstInvalidByte {
            let place = source.place(offset..<(offset + 1))
            let position = place.range?.lowerBound ?? Position(line: 1, column: 1)
            throw UsageError("\(file):\(position.line):\(position.column): this is not UTF-8")
        }
        return source
    }

    /// The attributes with styles that the theme puts on elements of a message.
    private func emailAttributes() throws -> [String: String] {
        let theme = try themeOptions.theme()
        do throws(TemplateError) {
            return try theme.emailTemplates().bodyAttributes
        } catch {
            writeError(try text(of: error.diagnostics, as: .text, for: STDERR_FILENO))
            throw ExitStatus.contentHasErrors
        }
    }

    private func rendered(_ document: Document, of source: SourceFile) throws -> [UInt8] {
        switch format {
        case .html:
            var options = HTMLOptions()
            options.rawHTML = rawHTML
            return document.html(options)
        case .ast: return document.treeLines(of: source.bytes)
        case .email:
            var options = HTMLOptions()
            options.attributes = try emailAttributes()
            options.imageWidth = EmailTemplates.textWidth
            options.isMail = true
            return CustomerDocument(cuttingInternalBlocksFrom: document).document.html(options)
        case .text:
            let text = CustomerDocument(cuttingInternalBlocksFrom: document).document.plainText()
            let notes = text.notes.enumerated().map { "[\($0.offset + 1)] \($0.element)" }
            return Array(([text.text] + (notes.isEmpty ? [] : [""] + notes)).joined(separator: "\n").utf8) + [.lineFeed]
        }
    }
}
