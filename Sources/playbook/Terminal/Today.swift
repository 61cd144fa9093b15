import Foundation
import PlaybookCore

/// Today's date in a time zone. No other code reads the date.
func today(in timeZone: String) -> CalendarDate {
    let now = Date()
    let offset = TimeZone(identifier: timeZone)?.secondsFromGMT(for: now) ?? 0
    return CalendarDate(days: Int(((now.timeIntervalSince1970 + Double(offset)) / 86_400).rounded(.down)))
}

/// The time in nanoseconds since 1970, to compare with the times of files.
func timeForFiles() -> Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000_000) }
