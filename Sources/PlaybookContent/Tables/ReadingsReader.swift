import PlaybookCore

/// The readings of all `readings/*.csv`, and what is wrong with them.
func readReadings(_ files: [SourceFile], known: KnownIDs) -> (readings: Readings, diagnostics: [Diagnostic]) {
    struct Key: Hashable {
        var account: String
        var kpi: String
        var month: YearMonth
    }
    var readings = Readings()
    var diagnostics: [Diagnostic] = []
    var seen: [Key: (file: SourceFile, source: Range<Int>)] = [:]
    for file in files {
        let table = Table(file, columns: ["account", "kpi", "month", "value"])
        diagnostics += table.diagnostics
        for row in table.rows {
            var check = FieldCheck(file: file, known: known)
            let account = check.reference(row["account"], .account)
            let kpi = check.reference(row["kpi"], .kpi)
            let month = check.value(row["month"], "month", "write YYYY-MM") { YearMonth($0) }
            let value = check.value(row["value"], "number", "write a number such as 9.1") { Decimal6($0) }
            diagnostics += check.diagnostics
            guard let account, let kpi, let month, let value else { continue }
            let key = Key(account: account, kpi: kpi, month: month)
            if let earlier = seen[key] {
                let note = Diagnostic.Note("it stands here already", at: earlier.file.place(earlier.source))
                diagnostics.append(
                    Diagnostic(
                        .duplicateReading, "a second reading of \(kpi) for \(account) in \(month)",
                        at: file.place(row.source), notes: [note]))
                continue
            }
            seen[key] = (file, row.source)
            readings.add(Readings.Reading(month: month, value: value), account: account, kpi: kpi)
        }
    }
    return (readings, diagnostics)
}

/// The touches of all `touches/*.csv`, by date, and what is wrong with them.
///
/// - Parameter contacts: the addresses of each account's contacts.
func readTouches(
    _ files: [SourceFile], known: KnownIDs, contacts: [String: Set<String>]
) -> (touches: [Touch], diagnostics: [Diagnostic]) {
    var touches: [Touch] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
        let table = Table(file, columns: ["date", "account", "contact", "channel", "note"])
        diagnostics += table.diagnostics
        for row in table.rows {
            var check = FieldCheck(file: file, known: known)
            let date = check.value(row["date"], "date", "write YYYY-MM-DD") { CalendarDate($0) }
            let account = check.reference(row["account"], .account)
            let channel = check.value(
                row["channel"], "channel",
                "channels are \(Touch.Channel.allCases.map(\.rawValue).joined(separator: ", "))"
            ) { Touch.Channel(rawValue: $0) }
            var contact = row["contact"].text.isEmpty ? nil : row["contact"].text
            if let written = contact, let account, let ofAccount = contacts[account] {
                contact = sameMailbox(as: written, in: ofAccount)
                if contact == nil {
                    check.diagnostics.append(
                        unknownContact(written, account, ofAccount, at: file.place(row["contact"].source)))
                }
            }
            diagnostics += check.diagnostics
            guard let date, let account, let channel else { continue }
            touches.append(
                Touch(
                    date: date, account: account, contact: contact, channel: channel,
                    note: withLineFeedsOnly(row["note"].text)))
        }
    }
    // Sorting by date alone must not depend on the order of equals.
    let ordered = touches.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    return (ordered.map(\.element), diagnostics)
}

/// The address among some that is the same but for its case: mailboxes differ by case in theory only.
public func sameMailbox(as email: String, in addresses: some Sequence<String>) -> String? {
    let folded = email.lowercased()
    return addresses.first { $0.lowercased() == folded }
}

/// The finding that an address is none of an account's contacts.
func unknownContact(_ email: String, _ account: String, _ contacts: Set<String>, at place: Place) -> Diagnostic {
    let near = nearest(to: email, among: contacts).map { "did you mean `\($0)`?" }
    return Diagnostic(
        .unknownContact, "`\(email)` is no contact of `\(account)`", at: place,
        help: near ?? "keep people who left, with `status: left`")
}

/// Reads single fields and collects what is wrong with them.
private struct FieldCheck {
    let file: SourceFile
    let known: KnownIDs
    var diagnostics: [Diagnostic] = []

    mutating func reference(_ field: Table.Field, _ reference: Reference) -> String? {
        if known[reference].contains(field.text) { return field.text }
        let near = nearest(to: field.text, among: known[reference]).map { "did you mean `\($0)`?" }
        var diagnostic = Diagnostic(
            .unknown(reference), "unknown \(reference.title) `\(field.text)`", at: file.place(field.source),
            help: near ?? "it is not in \(reference.definition)",
            notes: near == nil ? [] : [Diagnostic.Note("it is not in \(reference.definition)")])
        diagnostic.fix = correction(of: field.text, as: reference, among: known, at: field.source, in: file)
        diagnostics.append(diagnostic)
        return nil
    }

    mutating func value<Value>(
        _ field: Table.Field, _ kind: String, _ help: String, read: (String) -> Value?
    ) -> Value? {
        if let value = read(field.text) { return value }
        diagnostics.append(
            Diagnostic(.invalidValue, "`\(field.text)` is no \(kind)", at: file.place(field.source), help: help))
        return nil
    }
}
