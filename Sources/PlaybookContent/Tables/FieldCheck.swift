import PlaybookCore

/// Reads single fields of a file and collects the findings about them, each mistake once.
struct FieldCheck {
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
            .unknown(reference), message, at: field.source, help: Diagnostic.help(didYouMean: near) ?? definition,
            notes: near == nil ? [] : [Diagnostic.Note(definition)], fix: fix)
        return nil
    }

    mutating func value<Value>(
        _ field: Table.Field, _ kind: String, read: (String) -> Value?, help: (String) -> String
    ) -> Value? {
        if let value = read(field.text) { return value }
        let message = "`\(showingInvisibles(field.text))` is not \(kind)"
        if !findings.countRepeat(.invalidValue, message) {
            findings.add(.invalidValue, message, at: field.source, help: help(field.text))
        }
        return nil
    }

    /// Adds a finding about a date or month in the future.
    mutating func reportFuture(_ field: Table.Field, _ written: String, _ asOf: CalendarDate) {
        findings.add(
            .futureDate, "\(written) is in the future", at: field.source, help: "today is \(asOf): look at the year")
    }

    mutating func reportContact(_ field: Table.Field, _ account: String, _ contacts: Set<String>) {
        let finding = unknownContact(field.text, account, [], at: findings.file.place)
        if findings.countRepeat(finding.rule, finding.message) { return }
        let near = Diagnostic.help(didYouMean: findings.suggestion(for: field.text, among: contacts))
        findings.add(finding.rule, finding.message, at: field.source, help: near ?? finding.help)
    }
}
