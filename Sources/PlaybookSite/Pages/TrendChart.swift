import PlaybookCore
import PlaybookModel

/// The course of a KPI as a small chart. It is SVG without styles, because the policy of the pages forbids them.
///
/// - Parameters:
///   - course: the readings, oldest first; a month without a reading is a gap on the time axis.
///   - label: the chart in words, for people who cannot see it.
/// - Returns: an empty text if there are fewer than two readings, because one point is not a course.
func trendChart(_ course: ArraySlice<Readings.Reading>, target: Decimal6?, label: String) -> String {
    guard let first = course.first, let last = course.last, course.count > 1 else { return "" }
    let (width, height, edge) = (240.0, 56.0, 6.0)
    let values = course.map { Double($0.value.millionths) } + (target.map { [Double($0.millionths)] } ?? [])
    let least = values.min() ?? 0
    let span = max((values.max() ?? 0) - least, 1)
    let months = Double(max(1, last.month.months(since: first.month)))
    func x(_ month: YearMonth) -> String {
        tenths(edge + (width - 2 * edge) * Double(month.months(since: first.month)) / months)
    }
    func y(_ value: Decimal6) -> String {
        tenths(height - edge - (height - 2 * edge) * (Double(value.millionths) - least) / span)
    }
    let points = course.map { "\(x($0.month)),\(y($0.value))" }.joined(separator: " ")
    let line = target.map { "<line class=\"target\" x1=\"0\" x2=\"240\" y1=\"\(y($0))\" y2=\"\(y($0))\"/>" } ?? ""
    return
        "<svg class=\"trend\" viewBox=\"0 0 240 56\" width=\"240\" height=\"56\" role=\"img\" aria-label=\"\(htmlEscaped(label))\">"
        + line
        + "<polyline points=\"\(points)\"/><circle cx=\"\(x(last.month))\" cy=\"\(y(last.value))\" r=\"3\"/></svg>"
}

/// A number with one decimal, in the same form on every machine.
private func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
