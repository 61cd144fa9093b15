import Foundation
import PlaybookCore

/// A date and time for a `Date` field (RFC 5322, section 3.3): an hour of a day as clocks in a zone show it, with the offset of the zone at that
/// time. For an hour that clocks skip on that day, the offset before the change is used, which gives the hour after it.
///
/// - Parameter hour: 0 to 23.
package func mailDate(_ date: CalendarDate, hour: Int, in zone: TimeZone) -> String {
    let local = date.days * 86_400 + hour * 3_600
    func offset(at seconds: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))) }
    // Taking the local time as UTC gives the right offset except near a change. Asking again at the instant that
    // follows from it corrects that.
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
