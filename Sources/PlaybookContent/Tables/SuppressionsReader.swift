import PlaybookCore
import PlaybookModel

/// The addresses of `suppressions.csv`, and the findings about the file.
///
/// An address that no contact has is allowed: people who want no mail must not get any if they become contacts again.
func readSuppressions(_ file: SourceFile) -> (suppressions: [Suppression], diagnostics: [Diagnostic]) {
    let table = Table(file, columns: ["address", "reason", "date"])
    var check = FieldCheck(file: file, known: KnownIDs())
    // No reason is suggested for an unknown word, because each reason has its own consequences.
    let reasons = Suppression.Reason.allCases.map(\.rawValue).sortedByBytes().joined(separator: ", ")
    let suppressions = table.rows.compactMap { row -> Suppression? in
        let address = check.value(row["address"], "an e-mail address", read: { isEmailAddress($0) ? $0 : nil }) { _ in
            "write name@company.example"
        }
        let reason = check.value(row["reason"], "a reason", read: { Suppression.Reason(rawValue: $0) }) { _ in
            "reasons are \(reasons)"
        }
        let date = check.value(row["date"], "a date", read: { CalendarDate($0) }, help: helpForDate)
        guard let address, let reason, let date else { return nil }
        return Suppression(address: address, reason: reason, date: date)
    }
    return (suppressions, table.diagnostics + check.findings.diagnostics)
}
