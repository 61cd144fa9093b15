import PlaybookCore

extension Library {
    /// The latest reading of a KPI that a message of a month may speak of as present; nil where there is none, or none
    /// that is not stale. The month's own reading cannot be known on the slot (docs/selection.md, "Figures").
    package func freshReading(of kpi: String, account: String, month: YearMonth) -> Readings.Reading? {
        guard let latest = lastReading(of: kpi, account: account, before: month),
            month.months(since: latest.month) <= configuration.digest.staleMonths
        else { return nil }
        return latest
    }

    /// The latest reading of a KPI of a month before another, however old.
    package func lastReading(of kpi: String, account: String, before month: YearMonth) -> Readings.Reading? {
        readings.latest(account: account, kpi: kpi, until: month.adding(months: -1))
    }
}
