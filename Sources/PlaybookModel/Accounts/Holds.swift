import PlaybookCore

extension Account {
    /// The holds that are active on a day (docs/selection.md, section 2).
    package func activeHolds(on day: CalendarDate, configuration: Configuration) -> [Hold] {
        holds.filter { $0.isActive(on: day, configuration: configuration) }
    }
}

extension Account.Hold {
    /// True if the hold is active on a day. An escalation stays active for some business days after it was closed, because a customer who has
    /// just been let down does not want news. Only news about the incident itself goes out (docs/selection.md, section 2).
    package func isActive(on day: CalendarDate, configuration: Configuration) -> Bool {
        guard from <= day else { return false }
        guard kind == .escalation else { return until.map { day <= $0 } ?? true }
        guard let closed else { return true }
        let cooling = configuration.digest.coolingBusinessDays
        return day <= configuration.calendar.adding(businessDays: cooling, to: closed)
    }
}

extension [Account.Hold] {
    /// The gravest kind among them; nil if there are none.
    package var gravest: Account.Hold.Kind? {
        Account.Hold.Kind.allCases.first { kind in contains { $0.kind == kind } }
    }
}
