import PlaybookCore

extension Library {
    /// The latest reading of a KPI that a message of a month may present as current; nil if there is none, or if it is stale. The month's own
    /// reading cannot be known on the slot (docs/selection.md, "Figures").
    package func freshReading(of kpi: String, account: String, month: YearMonth) -> Readings.Reading? {
        guard let latest = lastReading(of: kpi, account: account, before: month),
            month.months(since: latest.month) <= configuration.digest.staleMonths
        else { return nil }
        return latest
    }

    /// The latest reading of a KPI from before a month, however old it is.
    package func lastReading(of kpi: String, account: String, before month: YearMonth) -> Readings.Reading? {
        readings.latest(account: account, kpi: kpi, until: month.adding(months: -1))
    }
}
