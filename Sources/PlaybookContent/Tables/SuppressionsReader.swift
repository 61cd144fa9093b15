import PlaybookCore

/// The addresses of `suppressions.csv`, and what is wrong with the file.
///
/// A row for an address that is nobody's is fine: people who asked for silence must have it if they ever come back.
func readSuppressions(_ file: SourceFile) -> (suppressions: [Suppression], diagnostics: [Diagnostic]) {
    let table = Table(file, columns: ["address", "reason", "date"])
    var diagnostics = table.diagnostics
    let suppressions = table.rows.compactMap { row -> Suppression? in
        func report(_ field: Table.Field, _ kind: String, _ help: String) {
            diagnostics.append(
                Diagnostic(.invalidValue, "`\(field.text)` is no \(kind)", at: file.place(field.source), help: help))
        }
        let isAddress = isEmailAddress(row["address"].text)
        if !isAddress { report(row["address"], "e-mail address", "write name@company.example") }
        // No word is offered as the one that was meant: each has its own consequences.
        let reason = Suppression.Reason(rawValue: row["reason"].text)
        let reasons = Suppression.Reason.allCases.map(\.rawValue).sortedByBytes().joined(separator: ", ")
        if reason == nil { report(row["reason"], "reason", "reasons are \(reasons)") }
        let date = CalendarDate(row["date"].text)
        if date == nil { report(row["date"], "date", "write YYYY-MM-DD") }
        guard isAddress, let reason, let date else { return nil }
        return Suppression(address: row["address"].text, reason: reason, date: date)
    }
    return (suppressions, diagnostics)
}
