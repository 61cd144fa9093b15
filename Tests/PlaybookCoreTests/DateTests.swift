import PlaybookCore
import Testing

@Suite struct DateTests {
    @Test func everyDayOfFourCenturiesComesBack() {
        var date = CalendarDate(days: -141_428)
        var weekday = date.weekday
        for _ in 0..<146_097 {
            let again = CalendarDate(year: date.year, month: date.month, day: date.day)
            #expect(again == date)
            #expect(CalendarDate(date.description) == date)
            date = date.adding(days: 1)
            #expect(date.weekday == weekday % 7 + 1)
            weekday = date.weekday
        }
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-32", "", "2026/01/01", "+026-01-01",
    ])
    func whatIsNoDateIsNone(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test func knownDaysFallOnTheirWeekdays() {
        #expect(CalendarDate("2026-11-23")?.weekday == 1)
        #expect(CalendarDate("2000-02-29")?.weekday == 2)
        #expect(CalendarDate("1970-01-01")?.days == 0)
    }

    @Test func businessDaysSkipWeekendsAndHolidays() throws {
        let christmas = try #require(CalendarDate("2026-12-25"))
        let calendar = BusinessCalendar(holidays: [christmas])
        let december = YearMonth(year: 2026, month: 12)
        #expect(calendar.businessDay(3, of: december)?.description == "2026-12-03")
        #expect(calendar.businessDay(19, of: december)?.description == "2026-12-28")
        // December 2026 has 23 weekdays and one holiday among them.
        #expect(calendar.businessDay(23, of: december)?.description == "2026-12-31")
        let before = try #require(CalendarDate("2026-12-24"))
        #expect(calendar.adding(businessDays: 1, to: before).description == "2026-12-28")
        #expect(calendar.adding(businessDays: 0, to: christmas) == christmas)
    }

    @Test func monthsCountAcrossYears() {
        let january = YearMonth(year: 2026, month: 1)
        #expect(january.adding(months: -1) == YearMonth(year: 2025, month: 12))
        #expect(YearMonth(year: 2027, month: 3).months(since: january) == 14)
        #expect(YearMonth("2026-11")?.description == "2026-11")
        #expect(YearMonth("2026-13") == nil)
    }
}
