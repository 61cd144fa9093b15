import PlaybookCore
import PlaybookMarkup

/// Any contact with a customer, from `touches/*.csv`.
package struct Touch: Sendable, Hashable {
    /// How the contact took place.
    package enum Channel: String, Sendable, CaseIterable { case digest, survey, email, call, visit, event }

    package var date: CalendarDate
    package var account: String
    /// The contact's e-mail address; nil for the account as a whole.
    package var contact: String?
    package var channel: Channel
    package var note: String

    package init(date: CalendarDate, account: String, contact: String?, channel: Channel, note: String = "") {
        self.date = date
        self.account = account
        self.contact = contact
        self.channel = channel
        self.note = note
    }
}

/// What a customer said (docs/formats.md, "Voice records").
package struct VoiceRecord: Sendable {
    /// What the customer wanted.
    package enum Kind: String, Sendable, CaseIterable { case request, complaint, praise, question }
    /// What became of it.
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

/// The values of KPIs by account and month, from `readings/*.csv`.
package struct Readings: Sendable {
    /// The value of a KPI in a month.
    package struct Reading: Sendable, Hashable {
        package var month: YearMonth
        package var value: Decimal6

        package init(month: YearMonth, value: Decimal6) {
            self.month = month
            self.value = value
        }
    }

    private struct Key: Hashable, Sendable {
        var account: String
        var kpi: String
    }

    private var courses: [Key: [Reading]] = [:]

    package init() {}

    /// Adds a reading. Readings may come in any order, but each month of an account and KPI only once.
    package mutating func add(_ reading: Reading, account: String, kpi: String) {
        var course = courses.removeValue(forKey: Key(account: account, kpi: kpi)) ?? []
        let index = course.lastIndex { $0.month < reading.month }.map { $0 + 1 } ?? 0
        course.insert(reading, at: index)
        courses[Key(account: account, kpi: kpi)] = course
    }

    /// The readings of a KPI up to and including `month`, oldest first.
    package func course(account: String, kpi: String, until month: YearMonth) -> ArraySlice<Reading> {
        guard let course = courses[Key(account: account, kpi: kpi)] else { return [] }
        return course.prefix { $0.month <= month }
    }

    /// True where there is a reading, of whatever month.
    func has(account: String, kpi: String) -> Bool { courses[Key(account: account, kpi: kpi)] != nil }

    /// The latest reading up to and including `month`, or nil.
    package func latest(account: String, kpi: String, until month: YearMonth) -> Reading? {
        course(account: account, kpi: kpi, until: month).last
    }
}
