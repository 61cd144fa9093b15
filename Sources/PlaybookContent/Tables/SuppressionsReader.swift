import PlaybookCore
import PlaybookModel

/// The addresses of `suppressions.csv`, and what is wrong with the file.
///
/// A row for an address that is nobody's is fine: people who asked for silence must have it if they ever come back.
func readSuppressions(_ file: SourceFile) -> (suppressions: [Suppression], diagnostics: [Diagnostic]) {
    let table = Table(file, columns: ["address", "reason", "date"])
    var check = FieldCheck(file: file, known: KnownIDs())
    // No word is offered as the one that was meant: each has its own consequences.
    let reasons = Suppression.Reason.allCases.map(\.rawValue).sortedByBytes().joined(separator: ", ")
    let suppressions = table.rows.compactMap { row -> Suppression? in
        let address = check.value(row["address"], "e-mail address", read: { isEmailAddress($0) ? $0 : nil }) { _ in
            "write name@company.example"
        }
        let reason = check.value(row["reason"], "reason", read: { Suppression.Reason(rawValue: $0) }) { _ in
            "reasons are \(reasons)"
        }
        let date = check.value(row["date"], "date", read: { CalendarDate($0) }, help: helpForDate)
        guard let address, let reason, let date else { return nil }
        return Suppression(address: address, reason: reason, date: date)
    }
    return (suppressions, table.diagnostics + check.findings.diagnostics)
}
