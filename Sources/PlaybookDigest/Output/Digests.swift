import Foundation
import PlaybookContent
import PlaybookCore

/// The digests of a month, ready to be written.
public struct Digests: Sendable {
    /// `_digests/YYYY-MM/ACCOUNT/CONTACT.eml` for each message, and `_digests/YYYY-MM/manifest.json`.
    public let files: [OutputFile]
    /// Errors name messages that are not among the files.
    public let diagnostics: [Diagnostic]
    public let messageCount: Int
}

/// Selects, composes and encodes the digests of a month. The same library, ledger, month and templates give the same
/// bytes.
///
/// - Parameter ledger: messages of this very month count as sent: their items are not sent again (selection.md, filter
///   15).
public func digests(
    of library: Library, ledger: Ledger, month: YearMonth, templates: EmailTemplates
) async -> Digests {
    guard !library.accounts.isEmpty else {
        return Digests(files: [manifest([], month: month)], diagnostics: [], messageCount: 0)
    }
    let run = SelectionRun(library: library, ledger: ledger, month: month)
    let press: Press
    do {
        press = try Press(run: run, templates: templates)
    } catch {
        return Digests(files: [], diagnostics: [error.diagnostic(at: "playbook.yml")], messageCount: 0)
    }
    let results = await library.accounts.concurrentMap { press.printed($0) }
    let files = results.flatMap(\.files)
    return Digests(
        files: files + [manifest(results.flatMap(\.entries), month: month)],
        diagnostics: results.flatMap(\.diagnostics).inOrder(), messageCount: files.count)
}

extension HeaderProblem {
    func diagnostic(at file: String, to contact: String? = nil) -> Diagnostic {
        let whose = contact.map { " of the message to `\($0)`" } ?? ""
        return Diagnostic(rule, message + whose, at: Place(file: file))
    }
}
