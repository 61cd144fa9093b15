/// The days on which the company works: Monday to Friday, without its holidays.
package struct BusinessCalendar: Sendable, Hashable {
    package let holidays: Set<CalendarDate>

    package init(holidays: Set<CalendarDate> = []) { self.holidays = holidays }

    /// True for a Monday to Friday that is not a holiday.
    package func isBusinessDay(_ date: CalendarDate) -> Bool { date.weekday <= 5 && !holidays.contains(date) }

    /// The `number`-th business day of a month. If the month has fewer, the last one; nil if it has none.
    package func businessDay(_ number: Int, of month: YearMonth) -> CalendarDate? {
        let first = month.firstDay
        var (count, last) = (0, CalendarDate?.none)
        for offset in 0..<month.length {
            let day = first.adding(days: offset)
            guard isBusinessDay(day) else { continue }
            count += 1
            last = day
            if count == number { break }
        }
        return last
    }

    /// The date `count` business days after `date`; `date` itself for 0.
    package func adding(businessDays count: Int, to date: CalendarDate) -> CalendarDate {
        var date = date
        var left = count
        // The list of holidays is finite, so this ends.
        while left > 0 {
            date = date.adding(days: 1)
            if isBusinessDay(date) { left -= 1 }
        }
        return date
    }
}
