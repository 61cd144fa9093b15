import Foundation
import PlaybookCore

/// Writes a result to standard output.
///
/// - Throws: `FileError` if it cannot be written, for example to a full disk.
func writeOutput(_ text: String) throws(FileError) { try writeOutput(Array(text.utf8)) }

func writeOutput(_ bytes: [UInt8]) throws(FileError) { try write(bytes, to: STDOUT_FILENO, "standard output") }

/// Writes a message to standard error. A failure is ignored, because it could not be reported.
func writeError(_ text: String) { try? write(Array(text.utf8), to: STDERR_FILENO, "standard error") }

/// Reports that one of the program's internal files could not be removed. The result is complete nevertheless, so the
/// program continues.
func reportLeftover(_ error: FileError) { writeError(leftoverText(error)) }

func leftoverText(_ error: FileError) -> String {
    "playbook: \(error); it does no harm, and the next run tries to remove it again\n"
}

/// True if messages may be coloured: on a terminal that supports colours, unless the user set NO_COLOR (no-color.org).
func usesColour(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && allowsColour(ProcessInfo.processInfo.environment)
}

func allowsColour(_ environment: [String: String]) -> Bool {
    (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
}

/// Findings as text in a format, for the stream that they are written to.
///
/// - Parameter all: false to show people only the first twenty findings of each rule. Formats for programs always
///   contain all findings.
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
