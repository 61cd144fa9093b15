import PlaybookCore
import PlaybookMarkup

/// What a customer said (docs/formats.md).
package struct VoiceRecord: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case request, complaint, praise, question }
    package enum State: String, Sendable, CaseIterable { case open, answered, declined }

    /// The file's path below `voice/` without its extension.
    package var id: String
    package var account: String
    /// The contact's e-mail address.
    package var contact: String?
    package var date: CalendarDate
    package var kind: Kind
    package var kpis: [String]
    package var state: State
    package var owner: String?
    /// In their words.
    package var body: CustomerDocument

    package init(
        id: String, account: String, contact: String?, date: CalendarDate, kind: Kind, kpis: [String] = [],
        state: State, owner: String? = nil, body: CustomerDocument
    ) {
        self.id = id
        self.account = account
        self.contact = contact
        self.date = date
        self.kind = kind
        self.kpis = kpis
        self.state = state
        self.owner = owner
        self.body = body
    }
}
