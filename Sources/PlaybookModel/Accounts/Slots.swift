import PlaybookCore

extension Account {
    /// True if the account is due in a month by its cadence (docs/selection.md, section 1).
    package func isDue(in month: YearMonth) -> Bool {
        let first = cadence.firstMonth ?? YearMonth(year: month.year, month: 1)
        let count = month.months(since: first)
        return count >= 0 && count % max(1, cadence.everyMonths) == 0
    }

    /// The day of the account's messages in a month in which it is due; nil if the month has no business day (docs/selection.md, section 1).
    package func slot(in month: YearMonth, configuration: Configuration) -> CalendarDate? {
        let number = cadence.businessDay ?? configuration.digest.businessDay
        return configuration.calendar.businessDay(number, of: month)
    }

    /// The first slot of the account on a day or after it; nil if it is not due in the next ten years.
    package func nextSlot(from day: CalendarDate, configuration: Configuration) -> CalendarDate? {
        let month = max(day.yearMonth, cadence.firstMonth ?? day.yearMonth)
        let months = (0...120).lazy.map { month.adding(months: $0) }.filter(isDue)
        return months.compactMap { self.slot(in: $0, configuration: configuration) }.first { $0 >= day }
    }
}
