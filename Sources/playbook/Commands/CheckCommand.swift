import ArgumentParser
import Foundation
import PlaybookContent
import PlaybookCore

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reports everything that is wrong with the content; writes no file.")

    @OptionGroup var options: ContentOptions

    @Option(help: "How findings are printed: text, json, sarif or github.")
    var format = DiagnosticFormat.text

    func run() async throws {
        let loaded = try await options.load()
        // Here the findings are the result, so they go to standard output.
        try writeOutput(text(of: loaded.diagnostics, as: format, for: STDOUT_FILENO))
        if loaded.diagnostics.isEmpty, format == .text { writeError("No findings.\n") }
        if loaded.diagnostics.hasErrors { throw ExitStatus.contentHasErrors }
    }
}
