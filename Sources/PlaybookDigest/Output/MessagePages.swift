import PlaybookCore
import PlaybookMail
import PlaybookModel

/// The messages of a month as pages for colleagues. Each page is made when it is needed.
package struct MessagePages: Sendable {
    private let composer: Composer
    private let company: Configuration.Company

    /// - Returns: nil if no message can be made at all.
    package init?(of library: Library, ledger: Ledger, month: YearMonth, templates: EmailTemplates) async {
        guard let company = library.configuration.company else { return nil }
        let language = library.configuration.site.language
        do throws(HeaderProblem) {
            _ = try SenderFields(company, labels: templates.labels(for: language, else: language))
        } catch {
            return nil
        }
        self.company = company
        let run = SelectionRun(library: library, ledger: ledger, month: month)
        composer = await Composer(run: run, templates: templates, attributes: templates.pageAttributes)
    }

    /// The style sheet that the pages share.
    package var styles: [UInt8] { composer.templates.pageStyles }

    /// The message of a contact, by the account's id and the contact's address; nil if there is none.
    ///
    /// - Parameter head: what the head of the page has in place of the message's own styles.
    package func page(account id: String, email: String, head: [UInt8]) -> [UInt8]? {
        guard let account = composer.run.library.account(id) else { return nil }
        let selection = composer.run.selection(of: account)
        guard let contact = selection.contacts.first(where: { $0.contact.email == email }), contact.status == .ready
        else { return nil }
        let message = composer.message(to: contact, at: account, status: selection.status)
        let token = MessageIdentity.contactToken(account: id, contact: email)
        let html = message.page(
            company: company, templates: composer.templates, stop: composer.stopLink(token, message.labels))
        guard let place = html.firstIndex(of: PageStyles.head) else { return html }
        return Array(html[..<place] + head + html[(place + 1)...])
    }
}
