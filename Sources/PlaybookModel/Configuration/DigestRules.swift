/// `digest:` in playbook.yml. The defaults are those of docs/selection.md, "Defaults".
package struct DigestRules: Sendable, Hashable {
    /// Which business day of the month the slot is.
    package var businessDay = 3
    /// The hour of the slot, 0 to 23, in the account's time zone.
    package var hour = 9
    /// The most items in a message.
    package var maxItems = 5
    /// The most items of one kind in a message.
    package var perKind = 2
    package var gate = Gate()
    package var points = Points()
    /// How many days after the slot an event still counts as soon.
    package var eventSoonDays = 30
    package var caps = Caps()
    /// For how many days after its slot a message is late and can still go out.
    package var catchUpDays = 7
    /// For how many business days an escalation stays active after it was closed.
    package var coolingBusinessDays = 5
    /// A reading is stale when its month is more than this many months before the digest's.
    package var staleMonths = 3
    package var survey = Survey()

    package init() {}

    /// What a message must have to exist.
    package struct Gate: Sendable, Hashable {
        package var items = 2
        package var kpiItems = 1
        package var points = 80

        package init() {}
    }

    /// What each circumstance is worth.
    package struct Points: Sendable, Hashable {
        package var namesAccount = 30
        package var answersRequest = 50
        package var kpiMatch = 40
        /// In place of `kpiMatch`, for a snippet with `worth`.
        package var worth = 30
        package var kpiOffTarget = 20
        package var productMatch = 20
        package var eventSoon = 15
        package var primaryRole = 10
        package var freshness = 10
        package var recentTopic = -15
        package var notForUs = -60

        package init() {}
    }

    /// The questions that messages ask.
    package struct Survey: Sendable, Hashable {
        /// The most questions in a quarter; 0 for none.
        package var questions = 2
        /// For how many days after a survey a contact is asked nothing.
        package var days = 60

        package init() {}
    }

    /// How much contact is too much.
    package struct Caps: Sendable, Hashable {
        /// For how many days after a digest or survey a contact gets no message.
        package var contactDays = 21
        /// How many touches of an account stop its messages.
        package var accountTouches = 4
        /// In how many days these touches are counted.
        package var accountDays = 30

        package init() {}
    }
}
