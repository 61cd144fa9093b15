import PlaybookCore

extension Rule {
    static let futureDate = Rule(
        "future-date",
        "A touch or a reading of a day or month in the future.",
        severity: .warning, canBeLowered: true,
        why: "It does not count until then. Mostly the year is a typing error.",
        example: "2062-10-01,contoso-motors,,call,Talked about scrap",
        instead: "2026-10-01,contoso-motors,,call,Talked about scrap")
}

/// Reads single fields of a file and collects the findings about them. Each mistake is reported once.
struct FieldCheck {
    let known: KnownIDs
    var findings: TableFindings

    init(file: SourceFile, known: KnownIDs) {
        self.known = known
        findings = TableFindings(file)
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
            .futureDate, "\(written) is in the future", at: field.source, help: "today is \(asOf); check the year")
    }

    mutating func reportContact(_ field: Table.Field, _ account: String, _ contacts: Set<String>) {
        let finding = unknownContact(field.text, account, [], at: findings.file.place)
        if findings.countRepeat(finding.rule, finding.message) { return }
        let near = Diagnostic.help(didYouMean: findings.suggestion(for: field.text, among: contacts))
        findings.add(finding.rule, finding.message, at: field.source, help: near ?? finding.help)
    }
}
