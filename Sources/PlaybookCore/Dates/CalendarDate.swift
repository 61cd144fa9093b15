/// A day of the Gregorian calendar, without a time or a zone. Arithmetic is on whole days.
package struct CalendarDate: Sendable, Hashable, Comparable {
    /// Days since 1970-01-01.
    package let days: Int

    package init(days: Int) { self.days = days }

    /// The date; nil if the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= YearMonth(year: year, month: month).length else { return nil }
        self.init(days: CalendarDate.days(year: year, month: month, day: day))
    }

    /// A date written `YYYY-MM-DD`; nil for any other text.
    package init?(_ text: String) {
        let text = Array(text.utf8)
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = decimal(text[0..<4]), let month = decimal(text[5..<7]), let day = decimal(text[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    // Both conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private var components: (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }
    package var yearMonth: YearMonth { YearMonth(year: components.year, month: components.month) }

    /// 1 for Monday to 7 for Sunday (ISO 8601). 1970-01-01 was a Thursday.
    package var weekday: Int { ((days + 3) % 7 + 7) % 7 + 1 }

    /// The date `count` days later, or earlier if `count` is negative.
    package func adding(days count: Int) -> CalendarDate { CalendarDate(days: days + count) }

    /// Whole days from `earlier` to this date; negative if `earlier` is later.
    package func days(since earlier: CalendarDate) -> Int { days - earlier.days }

    package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }
}

extension CalendarDate: CustomStringConvertible, Codable {
    /// `YYYY-MM-DD`.
    package var description: String {
        let (_, _, day) = components
        return "\(yearMonth)-\(padded(day, to: 2))"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = CalendarDate(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "not a date: \(text)"))
        }
        self = date
    }
}
