import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import PlaybookTemplates

/// A customer's KPI as a message shows it.
struct KPICell: Sendable, Hashable {
    var title: String
    var value: String
    var change = ""
    var target = ""
    var trend = ""
    /// Nil without a target.
    var isOnTarget: Bool?

    /// The cell of a KPI, or nil if there is no reading of a month before `month`.
    init?(_ kpi: KPI, account: Account, month: YearMonth, readings: Readings, labels: Labels) {
        let course = readings.course(account: account.id, kpi: kpi.id, until: month.adding(months: -1))
        guard let latest = course.last else { return nil }
        // Without its month, readers would take a figure for today's.
        title = "\(kpi.title), \(labels.text(latest.month))"
        value = labels.text(latest.value, of: kpi)
        if let previous = course.dropLast().last {
            change = Self.change(from: previous, to: latest, of: kpi, in: month, labels)
        }
        trend = PlaybookDigest.trend(course)
        if let target = account.target(of: kpi.id) {
            self.target = labels.text(.target, ["target": labels.text(target, of: kpi)])
            isOnTarget = !kpi.misses(latest.value, target: target)
        }
    }

    private static func change(
        from previous: Readings.Reading, to latest: Readings.Reading, of kpi: KPI, in now: YearMonth, _ labels: Labels
    ) -> String {
        // Within a year, the name of a month is enough.
        let isNear = now.months(since: previous.month) < 12
        let month = isNear ? labels.name(of: previous.month) : labels.text(previous.month)
        let difference = (latest.value - previous.value).magnitude
        if difference.millionths == 0 { return labels.text(.unchanged, ["month": month]) }
        let isBetter = kpi.isBetter(latest.value, than: previous.value)
        return labels.text(
            isBetter ? .better : .worse, ["difference": labels.difference(difference, of: kpi), "month": month])
    }
}
