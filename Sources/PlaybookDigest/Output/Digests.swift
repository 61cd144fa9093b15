import Foundation
import PlaybookCore
import PlaybookMail
import PlaybookModel

/// The digests of a month, ready to be written.
package struct Digests: Sendable {
    /// Below `_digests/YYYY-MM/`: for each message `ACCOUNT/CONTACT.eml`, with its parts as `.html` and `.txt` to look at;
    /// `manifest.json`; and, with templates for them, the overview and `gaps.json` (docs/digests.md).
    package let files: [OutputFile]
    /// What each account gets, in the library's order.
    package let accounts: [AccountDigests]
    /// Errors name messages that are not among the files.
    package let diagnostics: [Diagnostic]
    /// How many contacts are in each status, in the order of `ContactStatus`.
    package let counts: [(status: ContactStatus, contacts: Int)]
    package let messageCount: Int
}

/// Selects, composes and encodes the digests of a month. The same library, ledger, month and templates give the same
/// bytes.
///
/// - Parameters:
///   - ledger: who has a message of this very month gets no other (docs/selection.md, section 3, `sent`).
///   - asOf: the day that counts as today, for what is late or missed; the messages are the same whatever the day. Nil to say
///     nothing about it.
///   - account: the id of the one account to print; nil for all.
///   - overview: the templates of the overview, which is left out without them.
///   - packing: true to add all messages as one file, `messages.mbox`.
package func digests(
    of library: Library, ledger: Ledger, month: YearMonth, asOf: CalendarDate? = nil, account: String? = nil,
    templates: EmailTemplates,
    overview: OverviewTemplates? = nil, packing: Bool = false
) async -> Digests {
    let folder = "_digests/\(month)"
    guard !library.accounts.isEmpty else {
        return Digests(files: [manifest([], month: month)], accounts: [], diagnostics: [], counts: [], messageCount: 0)
    }
    let run = SelectionRun(library: library, ledger: ledger, month: month, asOf: asOf)
    let press: Press
    do {
        press = try Press(run: run, templates: templates)
    } catch {
        return Digests(
            files: [], accounts: [], diagnostics: [error.diagnostic(at: "playbook.yml")], counts: [], messageCount: 0)
    }
    let accounts = library.accounts.filter { account == nil || $0.id == account }
    let results = await accounts.concurrentMap { press.printed($0) }
    var files = results.flatMap(\.files) + [manifest(results.flatMap(\.entries), month: month)]
    if packing { files.append(OutputFile(path: "\(folder)/messages.mbox", bytes: mbox(results))) }
    if let overview {
        let gaps = ContentGaps(results.map(\.selection), library: library, ledger: ledger, month: month)
        files += overviewFiles(of: results, gaps: gaps, library: library, templates: overview, folder: folder)
    }
    let contacts = results.flatMap(\.selection.contacts)
    return Digests(
        files: files, accounts: results, diagnostics: results.flatMap(\.diagnostics).inOrder(),
        counts: ContactStatus.allCases.map { status in (status, contacts.count { $0.status == status }) },
        messageCount: results.map(\.messages.count).reduce(0, +))
}

extension HeaderProblem {
    func diagnostic(at file: String, to contact: String? = nil) -> Diagnostic {
        let whose = contact.map { " of the message to `\($0)`" } ?? ""
        return Diagnostic(rule, message + whose, at: Place(file: file))
    }
}
