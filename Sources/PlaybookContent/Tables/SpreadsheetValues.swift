import PlaybookCore

/// What to write in place of a number in the notation of some countries: `85,4`, `1.234,5`. Nil for any other text.
func helpForDecimalComma(_ text: String) -> String? {
    guard text.wholeMatch(of: /-?[0-9][0-9.,' \u{A0}\u{202F}]*/) != nil, text.contains(",") else { return nil }
    let isAmbiguous = text.wholeMatch(of: /-?[0-9]{1,3}(,[0-9]{3})+/) != nil
    let digits = text.filter { !"' \u{A0}\u{202F}".contains($0) }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    let whole = parts[0].filter { $0 != "." }
    guard !isAmbiguous, parts.count == 2, !parts[1].contains("."), !parts[1].isEmpty else {
        return "write decimals with a point and thousands without a mark, such as 1234.5"
    }
    return "write \(whole).\(parts[1]) with a point"
}

/// Converts a date that is written with the day first and dots to YYYY-MM-DD; nil for any other text. With dots the
/// order is certain; with slashes it is not.
func dateFromPoints(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: /([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})/) else { return nil }
    let padded = { (digits: Substring) in digits.count == 1 ? "0" + digits : String(digits) }
    let date = "\(match.3)-\(padded(match.2))-\(padded(match.1))"
    return CalendarDate(date) == nil ? nil : date
}

/// A text with its invisible characters shown as code points, such as `acme<U+00A0>`: control and format characters,
/// and all blanks but U+0020.
func showingInvisibles(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { shown, scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: shown += "<\(scalar.codePoint)>"
        case .spaceSeparator where scalar != " ": shown += "<\(scalar.codePoint)>"
        default: shown.unicodeScalars.append(scalar)
        }
    }
}
