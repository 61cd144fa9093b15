import Foundation
import PlaybookCore
import PlaybookMail
import PlaybookModel

/// What is kept of a month's digests after they are made. Of the messages, only what lists show is kept.
package struct Digests: Sendable {
    /// What each account gets, in the library's order.
    package let accounts: [AccountDigests]
    /// Errors name messages that were not written.
    package let diagnostics: [Diagnostic]
    /// How many contacts are in each status, in the order of `ContactStatus`.
    package let counts: [(status: ContactStatus, contacts: Int)]
    package let messageCount: Int
    /// What became of the snippets, counted over all readers.
    package let tally: ReasonTally
    /// What content is missing; nil if no overview was requested.
    package internal(set) var gaps: ContentGaps?

    init(accounts: [AccountDigests], diagnostics: [Diagnostic], tally: ReasonTally) {
        self.accounts = accounts
        self.diagnostics = diagnostics
        self.tally = tally
        var found: [ContactStatus: Int] = [:]
        for account in accounts { for contact in account.selection.contacts { found[contact.status, default: 0] += 1 } }
        counts = ContactStatus.allCases.map { ($0, found[$0] ?? 0) }
        messageCount = accounts.reduce(0) { $0 + $1.messages.count { $0 != nil } }
    }

    /// The result if nothing could be made.
    init(_ diagnostics: [Diagnostic] = []) {
        self.init(accounts: [], diagnostics: diagnostics, tally: ReasonTally(snippets: 0))
    }
}

/// What to make for the digests of a month.
package struct DigestOptions: Sendable {
    /// The day that counts as today, for what is late or missed. It does not change the messages. Nil to say nothing about late or missed
    /// messages.
    package var asOf: CalendarDate?
    /// The id of the only account to make; nil for all accounts.
    package var account: String?
    /// The templates of the overview; nil to make no overview.
    package var overview: OverviewTemplates?
    /// True to add all messages as one file, `messages.mbox`.
    package var isPacking = false
    /// True to keep the reasons why readers get their items.
    package var keepsReasons = false
    /// Called when the messages of an account are made, from several threads.
    package var eachAccount: @Sendable () -> Void = {}

    package init() {}
}

/// Selects, composes and encodes the digests of a month, account by account on all cores. The same library, ledger, month and templates give
/// the same bytes.
///
/// - Parameters:
///   - ledger: what was sent before. A contact who has a message of this month in it gets no other one (docs/selection.md, `sent`).
///   - sink: receives each file as soon as it is made, by its path below the month's folder (docs/digests.md); nil to write no files.
/// - Throws: `FileError` from the sink.
package func digests(
    of library: Library, ledger: Ledger, month: YearMonth, templates: EmailTemplates,
    options: DigestOptions = DigestOptions(), into sink: (any OutputSink)?
) async throws(FileError) -> Digests {
    guard !library.accounts.isEmpty else {
        try sink?.write("manifest.json", pieces: manifest([]))
        return Digests()
    }
    let run = SelectionRun(library: library, ledger: ledger, month: month, asOf: options.asOf)
    let mailMaker: MailMaker
    do throws(HeaderProblem) {
        mailMaker = try await MailMaker(run: run, templates: templates)
    } catch {
        return Digests([error.diagnostic(at: "playbook.yml")])
    }
    let runways = sink == nil || options.overview == nil ? nil : Runways(run)
    let worker = DigestWorker(
        mailMaker: mailMaker, runways: runways, sink: sink, options: options, items: ManifestItems(library.snippets))
    let accounts = library.accounts.filter { options.account == nil || $0.id == options.account }
    var parts: [DigestPart] = []
    for result in await accounts.concurrentParts(worker.make) { parts.append(try result.get()) }
    var tally = ReasonTally(snippets: library.snippets.count)
    for part in parts { tally.add(part.tally) }
    var digests = Digests(
        accounts: parts.flatMap(\.accounts), diagnostics: parts.flatMap(\.diagnostics).inOrder(), tally: tally)
    guard let sink else { return digests }
    try sink.write("manifest.json", pieces: manifest(parts.map(\.manifest)))
    if options.isPacking { try sink.write("messages.mbox", pieces: parts.map(\.mbox)) }
    let sent = parts.flatMap(\.sent)
    parts = []
    if let overview = options.overview, let runways {
        let gaps = ContentGaps(
            digests.accounts, runways: runways.ofSharing(digests.accounts, sent: sent), used: tally.used,
            library: library, month: month)
        digests.gaps = gaps
        try await writeOverview(of: digests.accounts, gaps: gaps, library: library, templates: overview, into: sink)
    }
    return digests
}

extension HeaderProblem {
    func diagnostic(at file: String, to contact: String? = nil) -> Diagnostic {
        let whose = contact.map { " of the message to `\($0)`" } ?? ""
        return Diagnostic(rule, message + whose, at: Place(file: file))
    }
}
