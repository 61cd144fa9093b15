import Foundation
import PlaybookCore

/// The help for a value with typographic quotation marks around it, which YAML reads as letters; nil for other
/// values.
func helpForTypographicQuotes(_ text: String) -> String? {
    let marks: Set<Unicode.Scalar> = ["“", "”", "„", "‟", "‘", "’", "‚", "«", "»"]
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap(\.self)
    guard let mark = ends.first(where: marks.contains) else { return nil }
    return "`\(mark)` is a typographic quotation mark: write \" at both ends"
}

/// The help for a key that is indented with no-break spaces, which YAML reads as letters; nil for other keys.
func helpForNoBreakSpaces(_ key: String) -> String? {
    guard key.startsWithBytes(of: "\u{A0}") else { return nil }
    return "the line is indented with no-break spaces (U+00A0): type usual spaces in their place"
}

/// A mapping with its compulsory keys, to show to somebody who wrote a single value; nil if no key is compulsory.
func form(of fields: [Field]) -> String? {
    let keys = fields.filter(\.isRequired).map { field in
        if case .colour = field.shape { "\(field.name): \"#RRGGBB\"" } else { "\(field.name): …" }
    }
    return keys.isEmpty ? nil : "write {\(keys.joined(separator: ", "))}"
}

/// What is wrong with the name of a time zone; nil for `UTC` and for names of the IANA database with a slash. Other
/// names that Foundation knows, such as `UTC+2` or `IST`, do not mean the same on every machine.
func timeZoneProblem(_ text: String) -> (message: String, help: String?)? {
    if text == "UTC" || (text.contains("/") && TimeZone(identifier: text) != nil) { return nil }
    let help = Diagnostic.help(didYouMean: zoneNear(text)) ?? "write one such as Europe/Berlin"
    return ("is not a time zone: `\(text)`", help)
}

/// The time zone that was probably meant; nil if none is near. Only the last parts of names are compared, because all
/// zones of a continent start with the same word.
private func zoneNear(_ text: String) -> String? {
    if text.lowercased() == "utc" { return "UTC" }
    guard let slash = text.lastIndex(of: "/") else { return nil }
    let folder = text[...slash].lowercased()
    let zones = TimeZone.knownTimeZoneIdentifiers.filter { $0.lowercased().startsWithBytes(of: folder) }
    let places = zones.map { String($0.dropFirst(folder.count)) }
    guard let near = nearest(to: String(text[text.index(after: slash)...]), among: places) else {
        return TimeZone.knownTimeZoneIdentifiers.first { editsAre($0, text, atMost: 2) }
    }
    return zones.first { $0.endsWithBytes(of: "/" + near) }
}

private func editsAre(_ first: String, _ second: String, atMost limit: Int) -> Bool {
    abs(first.utf8.count - second.utf8.count) <= limit
        && editDistance(Array(first.lowercased().unicodeScalars), Array(second.lowercased().unicodeScalars)) <= limit
}
