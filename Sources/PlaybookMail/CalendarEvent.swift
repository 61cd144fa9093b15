import PlaybookCore

/// An event in a message, in the form that calendars understand.
package struct CalendarEvent: Sendable, Hashable {
    package let date: CalendarDate
    package let place: String
    /// The same for everybody who is told of the event, so that a calendar that gets it twice shows it once.
    let id: String
    /// Counted from 0. An event with a higher number replaces one with a lower number (RFC 5545, section 3.8.7.4).
    let sequence: Int

    package init(date: CalendarDate, place: String, id: String, sequence: Int) {
        self.date = date
        self.place = place
        self.id = id
        self.sequence = sequence
    }

    /// The event as an iCalendar object that informs and asks for no answer (RFC 5545; RFC 5546, `PUBLISH`). It takes a whole day, because an
    /// event has a date and no hour, and it does not mark the day as busy.
    ///
    /// - Parameters:
    ///   - title: what the calendar shows.
    ///   - details: sentences and an address, on lines of their own.
    ///   - organizer: the person or team that invites.
    ///   - domain: the domain of the organizer. With it, nobody else gives an event the same id.
    ///   - stamp: the day of the message. Nothing here reads the clock.
    package func object(
        title: String, details: [String], organizer: Mailbox, domain: String, stamp: CalendarDate
    ) -> String {
        let lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Playbook//Digest//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
            "UID:\(id)@\(domain)", "SEQUENCE:\(sequence)", "DTSTAMP:\(digits(stamp))T000000Z",
            "DTSTART;VALUE=DATE:\(digits(date))", "DTEND;VALUE=DATE:\(digits(CalendarDate(days: date.days + 1)))",
            "SUMMARY:\(calendarText(title))", place.isEmpty ? "" : "LOCATION:\(calendarText(place))",
            "DESCRIPTION:\(calendarText(details.joined(separator: "\n")))",
            "ORGANIZER;CN=\(calendarParameter(organizer.name)):mailto:\(organizer.email)", "TRANSP:TRANSPARENT",
            "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.filter { !$0.isEmpty }.map { folded($0) + "\r\n" }.joined()
    }

    /// The event as an attachment, if several events may be on the same day.
    ///
    /// - Parameter number: its number among the events of the day, from 1. The other parameters are those of `object`.
    package func file(
        _ number: Int, title: String, details: [String], organizer: Mailbox, domain: String, stamp: CalendarDate
    ) -> Mail.Attachment {
        Mail.Attachment(
            type: "text/calendar; charset=utf-8; method=PUBLISH", fileName: fileName(number),
            content: object(title: title, details: details, organizer: organizer, domain: domain, stamp: stamp))
    }

    /// The attachment's name. Readers see it, so it contains nothing of the snippet's id.
    package func fileName(_ number: Int) -> String { "event-\(date)\(number > 1 ? "-\(number)" : "").ics" }
}

private func digits(_ date: CalendarDate) -> String { date.description.replacing("-", with: "") }

/// A line folded into pieces of at most 75 bytes, between code points (RFC 5545, section 3.1).
private func folded(_ line: String) -> String {
    var result = ""
    var width = 0
    for scalar in line.unicodeScalars {
        let size = String(scalar).utf8.count
        if width + size > 75 {
            result += "\r\n "
            width = 1
        }
        result.unicodeScalars.append(scalar)
        width += size
    }
    return result
}
