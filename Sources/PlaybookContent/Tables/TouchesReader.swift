import PlaybookCore
import PlaybookModel

/// The touches of all `touches/*.csv`, sorted by date, and the findings about them.
///
/// - Parameters:
///   - contacts: the addresses of the contacts of each account.
///   - asOf: the day that counts as today.
func readTouches(
    _ files: [SourceFile], known: KnownIDs, contacts: [String: Set<String>], asOf: CalendarDate
) -> (touches: [Touch], diagnostics: [Diagnostic]) {
    var touches: [Touch] = []
    var diagnostics: [Diagnostic] = []
    let mailboxes = contacts.mapValues { addresses in
        Dictionary(addresses.sortedByBytes().map { ($0.lowercased(), $0) }) { first, _ in first }
    }
    for file in files {
        let table = Table(file, columns: ["date", "account", "contact", "channel", "note"])
        var check = FieldCheck(file: file, known: known)
        for row in table.rows {
            let date = check.value(row["date"], "a date", read: { CalendarDate($0) }, help: helpForDate)
            let account = check.reference(row["account"], .account)
            let channel = check.value(row["channel"], "a channel", read: { Touch.Channel(rawValue: $0) }) { _ in
                "channels are \(Touch.Channel.allCases.map(\.rawValue).joined(separator: ", "))"
            }
            var contact = row["contact"].text.isEmpty ? nil : row["contact"].text
            if let written = contact, let account, let ofAccount = contacts[account] {
                contact = mailboxes[account]?[written.lowercased()]
                if contact == nil { check.reportContact(row["contact"], account, ofAccount) }
            }
            guard let date, let account, let channel else { continue }
            if date > asOf { check.reportFuture(row["date"], "\(date)", asOf) }
            touches.append(
                Touch(
                    date: date, account: account, contact: contact, channel: channel,
                    note: withLineFeedsOnly(row["note"].text)))
        }
        diagnostics += table.diagnostics + check.findings.diagnostics
    }
    // Swift's sort need not keep the order of equal dates, so the order in the files is compared as well.
    let ordered = touches.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    return (ordered.map(\.element), diagnostics)
}
