import Foundation
import PlaybookCore

/// Writes a result to standard output.
///
/// - Throws: `FileError` when it cannot be written, such as to a full disk.
func writeOutput(_ text: String) throws(FileError) { try writeOutput(Array(text.utf8)) }

func writeOutput(_ bytes: [UInt8]) throws(FileError) { try write(bytes, to: STDOUT_FILENO, "standard output") }

/// Writes a message to standard error. When that fails there is nobody left to tell.
func writeError(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO, "standard error") }

/// Says that something of the program's own could not be removed. That spoils no result, so the program goes on.
func reportLeftover(_ error: FileError) {
    writeError("playbook: \(error); it does no harm, and the next run tries to remove it again\n")
}

/// True when messages may be coloured: on a terminal that knows colours, unless the user set NO_COLOR (no-color.org).
func usesColour(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && allowsColour(ProcessInfo.processInfo.environment)
}

func allowsColour(_ environment: [String: String]) -> Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
}

/// Findings as text in a format, for the stream that they go to.
///
/// - Parameter all: false to show only the first twenty of one rule in one file to people. Programs get all.
func text(
    of diagnostics: [Diagnostic], as format: DiagnosticFormat, for descriptor: Int32, all: Bool = false
) throws -> String {
    switch format {
    case .text:
        let printer = TextPrinter(usesColour: usesColour(descriptor), limit: all ? nil : 20)
        return printer.text(diagnostics)
    case .json: return try JSONPrinter().text(diagnostics)
    case .sarif: return try SARIFPrinter(version: programVersion).text(diagnostics)
    case .github:
        let printer = GitHubPrinter()
        return diagnostics.map(printer.text).joined()
    }
}
