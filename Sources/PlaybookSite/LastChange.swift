import PlaybookCore

/// When a chapter was last changed, and by whom.
package struct LastChange: Sendable, Hashable {
    /// Seconds since 1970-01-01T00:00Z.
    package var seconds: Int
    /// The same moment in the author's zone (RFC 3339), such as `2026-11-12T09:30:00+01:00`.
    package var time: String
    package var author: String

    package init(seconds: Int, time: String, author: String) {
        (self.seconds, self.time, self.author) = (seconds, time, author)
    }

    /// The day, in the author's zone.
    var day: CalendarDate? { CalendarDate(String(time.prefix(10))) }
}
