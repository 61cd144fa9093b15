import PlaybookCore
import PlaybookMail
import PlaybookModel

extension SenderFields {
    /// The company as the sender of digests.
    ///
    /// - Parameter labels: the words of the site's language, in which the name of the list is written.
    /// - Throws: `HeaderProblem` for a setting that a header field cannot hold.
    init(_ company: Configuration.Company, labels: Labels) throws(HeaderProblem) {
        try self.init(
            from: company.from, replyTo: company.replyTo, domain: company.messageIDDomain,
            mailto: company.unsubscribe.mailto, https: company.unsubscribe.https,
            listName: labels.text(.listName, ["company": company.name]))
    }
}

extension Configuration.Company {
    /// The address with which a reader stops the messages.
    ///
    /// - Parameter token: tells the reader of the mail which contact it is.
    func stopLink(_ token: String, _ labels: Labels) -> String {
        mailtoLink(to: unsubscribe.mailto, subject: labels.text(.stopSubject, ["token": token]))
    }
}

extension CalendarEvent {
    /// The event of a snippet. Its id does not change with the snippet's revision, which is its sequence.
    init(_ event: Snippet.Event, of snippet: Snippet) {
        self.init(
            date: event.date, place: event.place, id: String(sha256(Array("event:\(snippet.id)".utf8)).prefix(32)),
            sequence: max(0, snippet.revision - 1))
    }
}
