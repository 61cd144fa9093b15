import PlaybookCore

/// A customer company (content.md, "Account").
public struct Account: Sendable {
    /// The file's path below `accounts/` without its extension.
    public var id: String
    public var name: String
    /// True where the name is a plain word too, so that a text means the account by it only in exactly this case.
    public var commonName = false
    public var industry: String?
    public var region: String?
    /// Nil: the site's language.
    public var language: String?
    /// Nil: the configured time zone.
    public var timeZone: String?
    public var stage: String?
    /// The id of a person: the account manager.
    public var owner: String?
    /// The id of the person who stands in for the owner.
    public var deputy: String?
    /// Nil where there is none, or none that ends.
    public var agreement: Agreement?
    /// Installed products with their versions.
    public var products: [String: Version] = [:]
    public var cadence = Cadence()
    /// In the order of the file.
    public var kpis: [Target] = []
    /// In the order of the file.
    public var contacts: [Contact] = []
    /// In the order of the file.
    public var holds: [Hold] = []

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    public struct Cadence: Sendable, Hashable {
        public var everyMonths = 1
        /// Nil: January of the month's year.
        public var firstMonth: YearMonth?
        /// Nil: the configured business day.
        public var businessDay: Int?

        public init() {}
    }

    /// An agreement with the customer that has to be renewed.
    public struct Agreement: Sendable, Hashable {
        /// Its last day.
        public var ends: CalendarDate
        /// How many days before its end notice must be given; nil where it simply ends.
        public var noticeDays: Int?

        public init(ends: CalendarDate, noticeDays: Int? = nil) {
            self.ends = ends
            self.noticeDays = noticeDays
        }
    }

    /// A KPI that the account steers by, and what they want of it.
    public struct Target: Sendable, Hashable {
        public var kpi: String
        public var target: Decimal6?

        public init(kpi: String, target: Decimal6? = nil) {
            self.kpi = kpi
            self.target = target
        }
    }

    /// A person at the account.
    public struct Contact: Sendable, Hashable {
        public enum Status: String, Sendable, CaseIterable { case active, unsubscribed, bounced, left }

        public var name: String
        public var email: String
        /// The first is the primary role.
        public var roles: [String]
        public var kpis: [String]
        public var status: Status
        /// That they agreed to get mail; nil where nobody wrote it down.
        public var consent: Consent?

        /// When and where a contact agreed to get mail.
        public struct Consent: Sendable, Hashable {
            public var date: CalendarDate
            public var source: String

            public init(date: CalendarDate, source: String) {
                self.date = date
                self.source = source
            }
        }
        /// Addresses that they had before: what went there, they have.
        public var was: [String]

        public init(
            name: String, email: String, roles: [String] = [], kpis: [String] = [], status: Status = .active,
            was: [String] = []
        ) {
            self.name = name
            self.email = email
            self.roles = roles
            self.kpis = kpis
            self.status = status
            self.was = was
        }
    }

    /// A reason why the account gets no digest for now.
    public struct Hold: Sendable, Hashable {
        /// From the gravest to the lightest (selection.md, section 2).
        public enum Kind: String, Sendable, CaseIterable { case legal, escalation, commercial, pause }

        public var kind: Kind
        public var from: CalendarDate
        /// Never given for an escalation.
        public var until: CalendarDate?
        /// Escalations only: required there.
        public var incident: String?
        /// Escalations only: the day it was closed, nil while it is open.
        public var closed: CalendarDate?
        public var owner: String?
        public var note: String?

        public init(
            kind: Kind, from: CalendarDate, until: CalendarDate? = nil, incident: String? = nil,
            closed: CalendarDate? = nil, owner: String? = nil, note: String? = nil
        ) {
            self.kind = kind
            self.from = from
            self.until = until
            self.incident = incident
            self.closed = closed
            self.owner = owner
            self.note = note
        }
    }
}
