import PlaybookCore
import PlaybookMail
import PlaybookModel

/// What is kept of some accounts' messages after they are written.
struct DigestPart: Sendable {
    var accounts: [AccountDigests] = []
    var diagnostics: [Diagnostic] = []
    var manifest: ManifestLines
    var mbox: [UInt8] = []
    /// What the accounts that share addresses send in the month.
    var sent: [Ledger.Entry] = []
    var tally: ReasonTally
}

/// Makes and writes messages, one account after the other.
struct DigestWorker: Sendable {
    let mailMaker: MailMaker
    /// Nil if they are not requested.
    let runways: Runways?
    let sink: (any OutputSink)?
    let options: DigestOptions
    let items: ManifestItems

    func make(_ accounts: ArraySlice<Account>) -> Result<DigestPart, FileError> {
        var part = DigestPart(
            manifest: ManifestLines(items), tally: ReasonTally(snippets: mailMaker.run.library.snippets.count))
        var runways = runways
        do throws(FileError) {
            for account in accounts {
                try make(account, in: &part, &runways)
                options.eachAccount()
            }
            return .success(part)
        } catch {
            return .failure(error)
        }
    }

    private func make(
        _ account: Account, in part: inout DigestPart, _ runways: inout Runways?
    ) throws(FileError) {
        let selection = mailMaker.run.selection(of: account) { part.tally.add($0, $1) }
        var messages: [WrittenMessage?] = []
        var why: [String?] = []
        for contact in selection.contacts {
            let outcome = try make(contact, at: selection, in: &part)
            messages.append(outcome.message)
            why.append(outcome.why)
            if sink != nil, let why = outcome.why { part.manifest.add(contact, at: account.id, why: why) }
        }
        var runway: Int?
        if runways?.isSharing(account) == true {
            part.sent += selection.sentItems(mailMaker.run.library)
        } else {
            runway = runways?.months(after: selection) ?? nil
        }
        part.accounts.append(
            AccountDigests(selection: selection.summary, messages: messages, why: why, runway: runway))
    }

    private func make(
        _ contact: ContactSelection, at selection: AccountSelection, in part: inout DigestPart
    ) throws(FileError) -> (message: WrittenMessage?, why: String?) {
        let account = selection.account
        guard contact.status == .ready, let slot = selection.slot else {
            return (nil, advice(for: contact, at: selection, library: mailMaker.run.library) ?? contact.explanation)
        }
        let message: PrintedMessage
        do throws(HeaderProblem) {
            message = try mailMaker.mail(contact, at: account, status: selection.status, slot: slot)
        } catch {
            part.diagnostics.append(error.diagnostic(at: account.place, to: contact.contact.email))
            return (nil, error.message)
        }
        part.diagnostics += message.diagnostics
        if let error = message.diagnostics.first(where: { $0.severity == .error }) { return (nil, error.message) }
        var size = 0
        if let sink {
            let bytes = message.mail.bytes
            size = bytes.count
            try sink.write(OutputFile(path: message.path + ".eml", bytes: bytes))
            try sink.write(OutputFile(path: message.path + ".html", bytes: previewPage(message.html)))
            part.manifest.add(
                contact, at: account.id, message: message, bytes: bytes)
            if options.isPacking { part.mbox.appendToMbox(bytes, slot: slot) }
        }
        let items = contact.chosen.enumerated().map { position, item in
            WrittenMessage.Item(
                snippet: item.snippet, total: item.total, reason: options.keepsReasons ? message.reasons[position] : "")
        }
        return (
            WrittenMessage(subject: message.subject, size: size, path: message.path, items: items), nil
        )
    }
}
