import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("Slots: docs/selection.md, section 1")
struct SlotTests {
    @Test(arguments: [
        Case("the third business day", "2026-11-04"),
        Case("the account's own business day", "2026-11-02") { $0.account.cadence.businessDay = 1 },
        Case("the configured business day", "2026-11-06") { $0.configuration.digest.businessDay = 5 },
        Case("the account's wins over the configured", "2026-11-03") {
            $0.configuration.digest.businessDay = 5
            $0.account.cadence.businessDay = 2
        },
        Case("a holiday does not count", "2026-11-05") {
            $0.configuration.calendar = BusinessCalendar(holidays: [date("2026-11-03")])
        },
        Case("a holiday on a weekend changes nothing", "2026-11-04") {
            $0.configuration.calendar = BusinessCalendar(holidays: [date("2026-11-01")])
        },
        Case("a month that starts on a Saturday", "2026-08-05") { $0.month = YearMonth(year: 2026, month: 8) },
        Case("a month with fewer business days: the last one", "2026-11-30") { $0.account.cadence.businessDay = 23 },
        Case("the last one exactly", "2026-11-30") { $0.account.cadence.businessDay = 21 },
        Case("February has twenty", "2027-02-26") {
            $0.month = YearMonth(year: 2027, month: 2)
            $0.account.cadence.businessDay = 22
        },
        Case("only one business day is left by holidays", "2026-11-17") {
            let days = YearMonth(year: 2026, month: 11).days.filter { $0.day != 17 }
            $0.configuration.calendar = BusinessCalendar(holidays: Set(days))
        },
    ])
    func slot(_ example: Case<String>) {
        #expect(example.world.selection?.slot?.description == example.expected)
    }

    @Test func aMonthWithoutBusinessDaysIsNotDue() {
        let world = World().with {
            $0.configuration.calendar = BusinessCalendar(holidays: Set(YearMonth(year: 2026, month: 11).days))
        }
        #expect(world.selection?.slot == nil)
        #expect(world.selection?.status == .notDue)
        #expect(world.contact?.status == .notDue)
    }

    /// The months of 2026 in which an account is due.
    @Test(
        arguments: [
            (1, nil, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), (3, nil, [1, 4, 7, 10]), (5, nil, [1, 6, 11]),
            (12, nil, [1]), (3, "2026-02", [2, 5, 8, 11]), (3, "2025-12", [3, 6, 9, 12]), (1, "2026-11", [11, 12]),
            (2, "2027-01", []), (24, "2024-06", [6]), (24, "2025-06", []),
        ] as [(Int, String?, [Int])])
    func dueMonths(every: Int, first: String?, expected: [Int]) {
        var account = Account(id: "a", name: "A")
        account.cadence.everyMonths = every
        account.cadence.firstMonth = first.flatMap { YearMonth($0) }
        #expect((1...12).filter { account.isDue(in: YearMonth(year: 2026, month: $0)) } == expected)
    }

    /// The first slot on a day or after it.
    @Test(
        arguments: [
            ("2026-11-04", 1, nil, "2026-11-04"), ("2026-11-05", 1, nil, "2026-12-03"),
            ("2026-11-05", 3, nil, "2027-01-05"),
            ("2026-11-05", 1, "2028-02", "2028-02-03"), ("2026-11-05", 300, "2020-01", nil),
        ] as [(String, Int, String?, String?)])
    func nextSlot(from day: String, every: Int, first: String?, expected: String?) {
        var account = Account(id: "a", name: "A")
        account.cadence.everyMonths = every
        account.cadence.firstMonth = first.flatMap { YearMonth($0) }
        #expect(account.nextSlot(from: date(day), configuration: Configuration())?.description == expected)
    }
}
