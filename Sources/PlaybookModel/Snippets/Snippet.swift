import PlaybookCore
import PlaybookMarkup

/// A piece of value content for customers (docs/formats.md, "Snippets").
package struct Snippet: Sendable {
    /// What a snippet is about; a message has at most `per_kind` items of each.
    package enum Kind: String, Sendable, CaseIterable {
        case upgrade, update, event, content, conversation, service
    }

    /// What makes an item worth reading even if it moves no KPI (docs/selection.md, section 5).
    package enum Worth: String, Sendable, CaseIterable {
        /// A deadline.
        case date
        /// An obligation.
        case duty
        /// A danger.
        case safety
    }

    /// The file's path below `snippets/` without its extension.
    package var id: String
    package var title: String
    /// One sentence on one line.
    package var summary: String
    package var kind: Kind
    /// Empty if `worth` is given.
    package var kpis: [String]
    package var worth: Worth?
    package var roles: [String]
    package var action: Action
    package var publish: CalendarDate
    package var expires: CalendarDate?
    /// Nil if the key is not given, so that the snippet is for everybody. The same holds for the keys that follow.
    package var accounts: [String]?
    package var industries: [String]?
    package var products: [String]?
    package var productVersion: [String: Version]?
    package var regions: [String]?
    package var stages: [String]?
    package var language: String?
    package var event: Event?
    package var incident: String?
    package var evidence: Evidence?
    /// Ids of voice records.
    package var answers: [String] = []
    /// Ids of snippets.
    package var supersedes: [String] = []
    package var revision = 1
    /// The ids that it had before. A contact who got the snippet under one of those has this snippet.
    package var was: [String] = []
    /// Ids of accounts that agreed to be named in the text.
    package var mayName: [String] = []
    package var draft = false
    package var owner: String?
    /// What customers may read. Internal blocks are already cut from it.
    package var body: CustomerDocument
    /// The same with its internal blocks, for pages that colleagues read. Nothing that goes to customers may use it.
    package var inside: Document
    /// The merge fields in the body, in order.
    package var fields: [MergeField] = []

    package init(
        id: String, title: String, summary: String, kind: Kind, kpis: [String], roles: [String], action: Action,
        publish: CalendarDate, body: CustomerDocument, inside: Document? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.kind = kind
        self.kpis = kpis
        self.roles = roles
        self.action = action
        self.publish = publish
        self.body = body
        self.inside = inside ?? body.document
    }

    /// What the reader can do.
    package struct Action: Sendable, Hashable {
        package var label: String
        package var url: String

        package init(label: String, url: String) {
            self.label = label
            self.url = url
        }
    }

    /// When and where an event takes place.
    package struct Event: Sendable, Hashable {
        package var date: CalendarDate
        package var place: String

        package init(date: CalendarDate, place: String) {
            self.date = date
            self.place = place
        }
    }

    /// Where a claim comes from, and how long it may be made.
    package struct Evidence: Sendable, Hashable {
        package var source: String
        package var validUntil: CalendarDate?

        package init(source: String, validUntil: CalendarDate? = nil) {
            self.source = source
            self.validUntil = validUntil
        }
    }
}
