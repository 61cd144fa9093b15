import PlaybookContent
import PlaybookCore

extension Account {
    /// True when the account's cadence reaches the month (selection.md, section 1).
    public func isDue(in month: YearMonth) -> Bool {
        let first = cadence.firstMonth ?? YearMonth(year: month.year, month: 1)
        let count = month.months(since: first)
        return count >= 0 && count % max(1, cadence.everyMonths) == 0
    }

    /// The day on which the account is due in a month that it is due in; nil when no day of the month is a business day
    /// (selection.md, section 1).
    public func slot(in month: YearMonth, configuration: Configuration) -> CalendarDate? {
        let number = cadence.businessDay ?? configuration.digest.businessDay
        return configuration.calendar.businessDay(number, of: month)
    }

    /// The holds that are active on a day (selection.md, section 2).
    public func activeHolds(on day: CalendarDate, configuration: Configuration) -> [Hold] {
        holds.filter { $0.isActive(on: day, configuration: configuration) }
    }
}

extension Account.Hold {
    /// True when the hold stops digests on a day. An escalation does so until some business days after it was closed:
    /// a customer who has just been let down is not in the mood for news (selection.md, section 2).
    public func isActive(on day: CalendarDate, configuration: Configuration) -> Bool {
        guard from <= day else { return false }
        guard kind == .escalation else { return until.map { day <= $0 } ?? true }
        guard let closed else { return true }
        let cooling = configuration.digest.coolingBusinessDays
        return day <= configuration.calendar.adding(businessDays: cooling, to: closed)
    }
}

extension [Account.Hold] {
    /// The gravest kind among them.
    var gravest: Account.Hold.Kind? {
        Account.Hold.Kind.allCases.first { kind in contains { $0.kind == kind } }
    }
}
