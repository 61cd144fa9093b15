import PlaybookCore

extension [UInt8] {
    /// Appends a message to a file of many messages (RFC 4155). Lines end in a line feed, as mail programs expect in files on disk. A line that
    /// looks like the start of a message gets a `>` in front, even if it already has some (`mboxrd`), so that readers can restore the message
    /// exactly.
    mutating func appendToMbox(_ message: [UInt8], slot: CalendarDate) {
        append(contentsOf: "From MAILER-DAEMON \(separatorDate(slot))\n".utf8)
        for line in message.split(separator: .lineFeed, omittingEmptySubsequences: false).dropLast() {
            let line = line.last == .carriageReturn ? line.dropLast() : line
            if line.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8) {
                append(UInt8(ascii: ">"))
            }
            append(contentsOf: line)
            append(.lineFeed)
        }
        append(.lineFeed)
    }
}

/// A day at midnight as C's `asctime` writes it.
private func separatorDate(_ date: CalendarDate) -> String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let day = date.day < 10 ? " \(date.day)" : "\(date.day)"
    return "\(weekdays[date.weekday - 1]) \(months[date.month - 1]) \(day) 00:00:00 \(date.year)"
}
