import PlaybookCore
import PlaybookMarkup

/// A piece of value content for customers (content.md, "Snippet front matter").
public struct Snippet: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case upgrade, update, event, content, conversation, service
    }

    /// What makes an item worth its reader's time although it moves no KPI (selection.md, points).
    public enum Worth: String, Sendable, CaseIterable {
        /// A deadline.
        case date
        /// An obligation.
        case duty
        /// A danger.
        case safety
    }

    /// The file's path below `snippets/` without its extension.
    public var id: String
    public var title: String
    public var summary: String
    public var kind: Kind
    /// None where `worth` is given.
    public var kpis: [String]
    public var worth: Worth?
    public var roles: [String]
    public var action: Action
    public var publish: CalendarDate
    public var expires: CalendarDate?
    /// Nil where the key is not given: for all. The same holds for the following.
    public var accounts: [String]?
    public var industries: [String]?
    public var products: [String]?
    public var productVersion: [String: Version]?
    public var regions: [String]?
    public var stages: [String]?
    public var language: String?
    public var event: Event?
    public var incident: String?
    public var evidence: Evidence?
    /// Ids of voice records.
    public var answers: [String] = []
    /// Ids of snippets.
    public var supersedes: [String] = []
    public var revision = 1
    /// Ids that it had before: who got it then has it.
    public var was: [String] = []
    /// Ids of accounts named in the text who agreed to it.
    public var mayName: [String] = []
    public var draft = false
    public var owner: String?
    /// What customers may read: blocks for colleagues are already cut from it.
    public var body: CustomerDocument
    /// The same with the blocks for colleagues, for pages inside; nothing that goes to customers may ask for it.
    public var inside: Document
    /// The merge fields in the body, in order.
    public var fields: [MergeField] = []

    public init(
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
    public struct Action: Sendable, Hashable {
        public var label: String
        public var url: String

        public init(label: String, url: String) {
            self.label = label
            self.url = url
        }
    }

    public struct Event: Sendable, Hashable {
        public var date: CalendarDate
        public var place: String

        public init(date: CalendarDate, place: String) {
            self.date = date
            self.place = place
        }
    }

    /// Where a claim comes from, and how long it may be made.
    public struct Evidence: Sendable, Hashable {
        public var source: String
        public var validUntil: CalendarDate?

        public init(source: String, validUntil: CalendarDate? = nil) {
            self.source = source
            self.validUntil = validUntil
        }
    }
}

/// A version of a product: dotted integers, compared number by number; missing parts are 0 (selection.md, filter 11).
public struct Version: Sendable, Hashable, Comparable {
    private let parts: [Int]
    /// As it was written.
    public let text: String

    /// The version, or nil when the text is not dotted integers.
    public init?(_ text: String) {
        var parts: [Int] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard !part.isEmpty, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part) else {
                return nil
            }
            parts.append(number)
        }
        while parts.last == 0 { parts.removeLast() }
        self.parts = parts
        self.text = text
    }

    public static func == (left: Version, right: Version) -> Bool { left.parts == right.parts }
    public func hash(into hasher: inout Hasher) { hasher.combine(parts) }
    public static func < (left: Version, right: Version) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
}
