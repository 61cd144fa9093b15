import PlaybookContent
import PlaybookCore

/// An event of a message, as calendars take it.
struct CalendarEvent: Sendable, Hashable {
    let date: CalendarDate
    let place: String
    /// The same for all who are told of the event, so that a calendar that hears of it twice has it once.
    let id: String
    /// From 0; a higher one takes the place of a lower one (RFC 5545, section 3.8.7.4).
    let sequence: Int

    init(_ event: Snippet.Event, of snippet: Snippet) {
        date = event.date
        place = event.place
        id = String(sha256(Array("event:\(snippet.id)".utf8)).prefix(32))
        sequence = max(0, snippet.revision - 1)
    }

    /// The event as an iCalendar object that informs and asks for no answer (RFC 5545; RFC 5546, `PUBLISH`). It takes
    /// whole days, for an event has a date and no hour, and does not block the day.
    ///
    /// - Parameters:
    ///   - title: what the calendar shows.
    ///   - details: sentences and an address, on lines of their own.
    ///   - stamp: the day that the message is of; nothing here reads the clock.
    func object(title: String, details: [String], company: Configuration.Company, stamp: CalendarDate) -> String {
        let lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Playbook//Digest//EN", "METHOD:PUBLISH", "BEGIN:VEVENT",
            "UID:\(id)@\(company.messageIDDomain)", "SEQUENCE:\(sequence)", "DTSTAMP:\(digits(stamp))T000000Z",
            "DTSTART;VALUE=DATE:\(digits(date))", "DTEND;VALUE=DATE:\(digits(CalendarDate(days: date.days + 1)))",
            "SUMMARY:\(calendarText(title))", place.isEmpty ? "" : "LOCATION:\(calendarText(place))",
            "DESCRIPTION:\(calendarText(details.joined(separator: "\n")))",
            "ORGANIZER;CN=\(calendarParameter(company.from.name)):mailto:\(company.from.email)", "TRANSP:TRANSPARENT",
            "END:VEVENT", "END:VCALENDAR",
        ]
        return lines.filter { !$0.isEmpty }.map { folded($0) + "\r\n" }.joined()
    }

    /// The event as an attachment, one of several of its day.
    ///
    /// - Parameter number: from 1, among those of the day; the other parameters are those of `object`.
    func file(
        _ number: Int, title: String, details: [String], company: Configuration.Company, stamp: CalendarDate
    ) -> Mail.Attachment {
        Mail.Attachment(
            type: "text/calendar; charset=utf-8; method=PUBLISH", fileName: fileName(number),
            content: object(title: title, details: details, company: company, stamp: stamp))
    }

    /// The attachment's name: what stands in it is the reader's to see, so it has nothing of the snippet's id.
    func fileName(_ number: Int) -> String { "event-\(date)\(number > 1 ? "-\(number)" : "").ics" }
}

private func digits(_ date: CalendarDate) -> String { date.description.replacing("-", with: "") }

/// A line broken into pieces of at most 75 bytes, between characters' code points (RFC 5545, section 3.1).
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
