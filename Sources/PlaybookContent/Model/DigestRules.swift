/// `digest:` in playbook.yml. The defaults are those of selection.md.
public struct DigestRules: Sendable, Hashable {
    /// Which business day of the month the slot is.
    public var businessDay = 3
    /// The hour of the slot, 0 to 23, in the account's time zone.
    public var hour = 9
    public var maxItems = 5
    public var perKind = 2
    public var gate = Gate()
    public var points = Points()
    public var eventSoonDays = 30
    public var caps = Caps()
    public var catchUpDays = 7
    public var coolingBusinessDays = 5
    /// A reading of a month that is more than this many before the digest's says nothing about the present.
    public var staleMonths = 3
    public var survey = Survey()

    public init() {}

    /// What a message must have to exist.
    public struct Gate: Sendable, Hashable {
        public var items = 2
        public var kpiItems = 1
        public var points = 80

        public init() {}
    }

    /// What each circumstance is worth.
    public struct Points: Sendable, Hashable {
        public var namesAccount = 30
        public var answersRequest = 50
        public var kpiMatch = 40
        /// In place of `kpiMatch`, for a snippet with `worth`.
        public var worth = 30
        public var kpiOffTarget = 20
        public var productMatch = 20
        public var eventSoon = 15
        public var primaryRole = 10
        public var freshness = 10
        public var recentTopic = -15
        public var notForUs = -60

        public init() {}
    }

    /// The questions that messages ask.
    public struct Survey: Sendable, Hashable {
        /// The most in a quarter; 0 asks none.
        public var questions = 2
        /// No question within this many days of a survey to the contact.
        public var days = 60

        public init() {}
    }

    /// How much contact is too much.
    public struct Caps: Sendable, Hashable {
        public var contactDays = 21
        public var accountTouches = 4
        public var accountDays = 30

        public init() {}
    }
}
