import Foundation
import PlaybookCore

/// A date-time for a `Date` field (RFC 5322, section 3.3): an hour of a day as clocks in a zone show it, with the
/// zone's offset then. An hour that clocks leave out on that day is taken by the offset before, as they go on after
/// the change.
///
/// - Parameter hour: 0 to 23.
package func mailDate(_ date: CalendarDate, hour: Int, in zone: TimeZone) -> String {
    let local = date.days * 86_400 + hour * 3_600
    func offset(at seconds: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) }
    // The offset at the wall time taken as UTC is right but near a change; asking again at the instant so found mends
    // that.
    let offset = offset(at: local - offset(at: local))
    let instant = local - offset
    let shown = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
    let wall = instant + shown
    let day = CalendarDate(days: wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400)
    let seconds = wall - day.days * 86_400
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { twoDigits($0) }.joined(separator: ":")
    let minutes = abs(shown) / 60
    let sign = shown < 0 ? "-" : "+"
    return "\(weekdays[day.weekday - 1]), \(twoDigits(day.day)) \(months[day.month - 1]) \(day.year) \(time) "
        + "\(sign)\(twoDigits(minutes / 60))\(twoDigits(minutes % 60))"
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
