/// A month of a year.
package struct YearMonth: Sendable, Hashable, Comparable {
    package let year: Int
    /// 1 to 12.
    package let month: Int

    package init(year: Int, month: Int) {
        self.year = year
        self.month = month
    }

    /// A month written `YYYY-MM`; nil for any other text.
    package init?(_ text: String) {
        let text = Array(text.utf8)
        guard text.count == 7, text[4] == UInt8(ascii: "-"), let year = decimal(text[0..<4]),
            let month = decimal(text[5..<7]), (1...12).contains(month), year >= 1
        else { return nil }
        self.init(year: year, month: month)
    }

    /// Months since January of year 0.
    private var index: Int { year * 12 + month - 1 }

    /// Whole months from `earlier` to this one; negative if `earlier` is later.
    package func months(since earlier: YearMonth) -> Int { index - earlier.index }

    /// The month that is `months` later, or earlier if `months` is negative.
    package func adding(months: Int) -> YearMonth {
        YearMonth(year: (index + months) / 12, month: (index + months) % 12 + 1)
    }

    /// The number of days in the month.
    package var length: Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package var firstDay: CalendarDate { CalendarDate(days: CalendarDate.days(year: year, month: month, day: 1)) }

    /// Every day of the month, in order.
    package var days: [CalendarDate] { (0..<length).map { firstDay.adding(days: $0) } }

    package static func < (left: YearMonth, right: YearMonth) -> Bool { left.index < right.index }
}

extension YearMonth: CustomStringConvertible {
    /// `YYYY-MM`.
    package var description: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }
}

extension YearMonth {
    /// The month's name in English, without the year.
    package var englishName: String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return names[min(max(month, 1), 12) - 1]
    }
}
