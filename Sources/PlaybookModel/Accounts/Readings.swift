import PlaybookCore

/// The values of KPIs by account and month, from `readings/*.csv`.
package struct Readings: Sendable {
    package struct Reading: Sendable, Hashable {
        package var month: YearMonth
        package var value: Decimal6

        package init(month: YearMonth, value: Decimal6) {
            self.month = month
            self.value = value
        }
    }

    private struct Key: Hashable, Sendable {
        var account: String
        var kpi: String
    }

    private var courses: [Key: [Reading]] = [:]

    package init() {}

    /// Adds a reading. The readings of an account and KPI may come in any order, but only one for each month.
    package mutating func add(_ reading: Reading, account: String, kpi: String) {
        courses[Key(account: account, kpi: kpi), default: []].insert(inOrder: reading)
    }

    /// The readings of a KPI, oldest first, none of them later than `month`.
    package func course(account: String, kpi: String, until month: YearMonth) -> ArraySlice<Reading> {
        guard let course = courses[Key(account: account, kpi: kpi)] else { return [] }
        return course.prefix { $0.month <= month }
    }

    /// True if there is a reading of any month.
    package func has(account: String, kpi: String) -> Bool { courses[Key(account: account, kpi: kpi)] != nil }

    /// The latest reading up to and including `month`, or nil.
    package func latest(account: String, kpi: String, until month: YearMonth) -> Reading? {
        course(account: account, kpi: kpi, until: month).last
    }
}

extension [Readings.Reading] {
    fileprivate mutating func insert(inOrder reading: Readings.Reading) {
        insert(reading, at: lastIndex { $0.month < reading.month }.map { $0 + 1 } ?? 0)
    }
}
