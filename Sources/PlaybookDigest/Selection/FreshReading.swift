import PlaybookContent
import PlaybookCore

extension Library {
    /// The latest reading of a KPI before a month, for sentences about the present; nil if there is none, or if it is
    /// stale. A reading of the month itself cannot be known on the slot (docs/selection.md, "Figures").
    func freshReading(of kpi: String, account: String, month: YearMonth) -> Readings.Reading? {
        guard let latest = lastReading(of: kpi, account: account, before: month),
            month.months(since: latest.month) <= configuration.digest.staleMonths
        else { return nil }
        return latest
    }

    /// The latest reading of a KPI of any month before another one.
    func lastReading(of kpi: String, account: String, before month: YearMonth) -> Readings.Reading? {
        readings.latest(account: account, kpi: kpi, until: month.adding(months: -1))
    }
}
