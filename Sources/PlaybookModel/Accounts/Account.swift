import PlaybookCore

/// A customer company (docs/formats.md, "Accounts").
package struct Account: Sendable {
    /// The file's path below `accounts/` without its extension.
    package var id: String
    package var name: String
    /// True if the name is also a plain word. It then means the account only in exactly this spelling.
    package var commonName = false
    package var industry: String?
    package var region: String?
    /// Nil for the site's language.
    package var language: String?
    /// Nil for the configured time zone.
    package var timeZone: String?
    package var stage: String?
    /// The id of a person: the account manager.
    package var owner: String?
    /// The id of the person who stands in for the owner.
    package var deputy: String?
    /// Nil if there is no agreement, or none with an end.
    package var agreement: Agreement?
    /// Installed products with their versions.
    package var products: [String: Version] = [:]
    package var cadence = Cadence()
    /// In the order of the file.
    package var kpis: [Target] = []
    /// In the order of the file.
    package var contacts: [Contact] = []
    /// In the order of the file.
    package var holds: [Hold] = []

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }

    /// How often the account gets a digest (docs/selection.md, section 1).
    package struct Cadence: Sendable, Hashable {
        package var everyMonths = 1
        /// Nil for January of each year.
        package var firstMonth: YearMonth?
        /// Nil for the configured business day.
        package var businessDay: Int?

        package init() {}
    }

    /// An agreement with the customer that has to be renewed.
    package struct Agreement: Sendable, Hashable {
        /// Its last day.
        package var ends: CalendarDate
        /// How many days before its end notice must be given; nil if no notice is needed.
        package var noticeDays: Int?

        package init(ends: CalendarDate, noticeDays: Int? = nil) {
            self.ends = ends
            self.noticeDays = noticeDays
        }
    }

    /// A KPI that the account steers by, and its target.
    package struct Target: Sendable, Hashable {
        package var kpi: String
        package var target: Decimal6?

        package init(kpi: String, target: Decimal6? = nil) {
            self.kpi = kpi
            self.target = target
        }
    }

    /// A person at the account.
    package struct Contact: Sendable, Hashable {
        /// Whether the contact may get mail; only an active one may.
        package enum Status: String, Sendable, CaseIterable { case active, unsubscribed, bounced, left }

        package var name: String
        package var email: String
        /// The first is the primary role.
        package var roles: [String]
        package var kpis: [String]
        package var status: Status
        /// When and where they agreed to get mail; nil if it was not recorded.
        package var consent: Consent?

        /// When and where a contact agreed to get mail.
        package struct Consent: Sendable, Hashable {
            package var date: CalendarDate
            package var source: String

            package init(date: CalendarDate, source: String) {
                self.date = date
                self.source = source
            }
        }
        /// The addresses that they had before. Messages to those count as sent to this contact.
        package var was: [String]

        package init(
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
    package struct Hold: Sendable, Hashable {
        /// From the gravest to the least grave (docs/selection.md, section 2).
        package enum Kind: String, Sendable, CaseIterable { case legal, escalation, commercial, pause }

        package var kind: Kind
        package var from: CalendarDate
        /// Never given for an escalation.
        package var until: CalendarDate?
        /// Given only for escalations.
        package var incident: String?
        /// For escalations only: the day on which it was closed; nil while it is open.
        package var closed: CalendarDate?
        package var owner: String?
        package var note: String?

        package init(
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
