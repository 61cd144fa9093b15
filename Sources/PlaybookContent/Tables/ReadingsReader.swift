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
        var check = FieldCheck(file: file, known: known)
        for row in table.rows {
            let account = check.reference(row["account"], .account)
            let kpi = check.reference(row["kpi"], .kpi)
            let month = check.value(row["month"], "month", read: { YearMonth($0) }) { text in
                // Excel makes a day of a month.
                dateFromPoints(text).map { "write \($0.prefix(7))" } ?? "write YYYY-MM"
            }
            let value = check.value(row["value"], "number", read: { Decimal6($0) }) { text in
                helpForDecimalComma(text) ?? "write a number such as 9.1"
            }
            guard let account, let kpi, let month, let value else { continue }
            let key = Key(account: account, kpi: kpi, month: month)
            if let earlier = seen[key] {
                let message = "a second reading of \(kpi) for \(account) in \(month)"
                if check.findings.countRepeat(.duplicateReading, message) { continue }
                let note = Diagnostic.Note("it stands here already", at: earlier.file.place(earlier.source))
                check.findings.add(.duplicateReading, message, at: row.source, notes: [note])
                continue
            }
            seen[key] = (file, row.source)
            readings.add(Readings.Reading(month: month, value: value), account: account, kpi: kpi)
        }
        diagnostics += table.diagnostics + check.findings.diagnostics
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
    let mailboxes = contacts.mapValues { addresses in
        Dictionary(addresses.sortedByBytes().map { ($0.lowercased(), $0) }) { first, _ in first }
    }
    for file in files {
        let table = Table(file, columns: ["date", "account", "contact", "channel", "note"])
        var check = FieldCheck(file: file, known: known)
        for row in table.rows {
            let date = check.value(row["date"], "date", read: { CalendarDate($0) }) { text in
                "write \(dateFromPoints(text) ?? "YYYY-MM-DD")"
            }
            let account = check.reference(row["account"], .account)
            let channel = check.value(row["channel"], "channel", read: { Touch.Channel(rawValue: $0) }) { _ in
                "channels are \(Touch.Channel.allCases.map(\.rawValue).joined(separator: ", "))"
            }
            var contact = row["contact"].text.isEmpty ? nil : row["contact"].text
            if let written = contact, let account, let ofAccount = contacts[account] {
                contact = mailboxes[account]?[written.lowercased()]
                if contact == nil { check.reportContact(row["contact"], account, ofAccount) }
            }
            guard let date, let account, let channel else { continue }
            touches.append(
                Touch(date: date, account: account, contact: contact, channel: channel, note: row["note"].text))
        }
        diagnostics += table.diagnostics + check.findings.diagnostics
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

/// Reads single fields of a file and collects what is wrong with them, each mistake once.
private struct FieldCheck {
    let known: KnownIDs
    var findings: TableFindings

    init(file: SourceFile, known: KnownIDs) {
        self.known = known
        findings = TableFindings(file)
    }

    mutating func reference(_ field: Table.Field, _ reference: Reference) -> String? {
        if known[reference].contains(field.text) { return field.text }
        let message = "unknown \(reference.title) `\(showingInvisibles(field.text))`"
        if findings.countRepeat(.unknown(reference), message) { return nil }
        let near = findings.suggestion(for: field.text, among: known[reference])
        let definition = "it is not in \(reference.definition)"
        let fix =
            near == nil
            ? nil : correction(of: field.text, as: reference, among: known, at: field.source, in: findings.file)
        findings.add(
            .unknown(reference), message, at: field.source, help: near.map { "did you mean `\($0)`?" } ?? definition,
            notes: near == nil ? [] : [Diagnostic.Note(definition)], fix: fix)
        return nil
    }

    mutating func value<Value>(
        _ field: Table.Field, _ kind: String, read: (String) -> Value?, help: (String) -> String
    ) -> Value? {
        if let value = read(field.text) { return value }
        let message = "`\(showingInvisibles(field.text))` is no \(kind)"
        if !findings.countRepeat(.invalidValue, message) {
            findings.add(.invalidValue, message, at: field.source, help: help(field.text))
        }
        return nil
    }

    mutating func reportContact(_ field: Table.Field, _ account: String, _ contacts: Set<String>) {
        let finding = unknownContact(field.text, account, [], at: findings.file.place)
        if findings.countRepeat(finding.rule, finding.message) { return }
        let near = findings.suggestion(for: field.text, among: contacts).map { "did you mean `\($0)`?" }
        findings.add(finding.rule, finding.message, at: field.source, help: near ?? finding.help)
    }
}
