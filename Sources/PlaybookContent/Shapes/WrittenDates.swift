import PlaybookCore

/// What to write in place of a text that is not a date: the same date as YYYY-MM-DD if it is written with dots; the number of days in its month if
/// only the day is too high; otherwise the form.
func helpForDate(_ text: String) -> String {
    if let date = dateFromPoints(text) { return "write \(date)" }
    guard let match = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/), let year = Int(match.1),
        let month = Int(match.2), let day = Int(match.3), year > 0
    else { return "write YYYY-MM-DD" }
    guard (1...12).contains(month) else { return "months are 01 to 12" }
    guard day > 0 else { return "days start at 01" }
    let length = YearMonth(year: year, month: month).length
    return month == 2 ? "February \(year) has \(length) days" : "\(monthNames[month - 1]) has \(length) days"
}

/// What to write in place of a text that is not a month.
func helpForMonth(_ text: String) -> String {
    text.wholeMatch(of: /[0-9]{4}-[0-9]{2}/) == nil ? "write YYYY-MM" : "months are 01 to 12"
}

private let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
