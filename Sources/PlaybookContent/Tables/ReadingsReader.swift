import PlaybookCore
import PlaybookModel

extension Rule {
    static let duplicateReading = Rule(
        "duplicate-reading",
        "Two readings of one KPI for one account and month.",
        why: "The trend would depend on which of them is read last.",
        example: """
            northwind-foods,oee,2026-10,81.4
            northwind-foods,oee,2026-10,82.0
            """,
        instead: "northwind-foods,oee,2026-10,82.0")
}

/// The readings of all `readings/*.csv`, and the findings about them.
///
/// - Parameter asOf: the day that counts as today.
func readReadings(
    _ files: [SourceFile], known: KnownIDs, asOf: CalendarDate
) -> (readings: Readings, diagnostics: [Diagnostic]) {
    struct Key: Hashable {
        var account: String
        var kpi: String
        var month: YearMonth
    }
    var readings = Readings()
    var diagnostics: [Diagnostic] = []
    var seen: [Key: (file: Int, source: Range<Int>)] = [:]
    for (number, file) in files.enumerated() {
        let table = Table(file, columns: ["account", "kpi", "month", "value"])
        var check = FieldCheck(file: file, known: known)
        seen.reserveCapacity(seen.count + table.rows.count)
        for row in table.rows {
            let account = check.reference(row["account"], .account)
            let kpi = check.reference(row["kpi"], .kpi)
            let month = check.value(row["month"], "a month", read: { YearMonth($0) }) { text in
                // Excel turns a month into a day.
                dateFromPoints(text).map { "write \($0.prefix(7))" } ?? "write YYYY-MM"
            }
            let value = check.value(row["value"], "a number", read: { Decimal6($0) }) { text in
                helpForDecimalComma(text) ?? "write a number such as 9.1"
            }
            guard let account, let kpi, let month, let value else { continue }
            if month > asOf.yearMonth { check.reportFuture(row["month"], "\(month)", asOf) }
            let key = Key(account: account, kpi: kpi, month: month)
            if let earlier = seen[key] {
                let message = "a second reading of \(kpi) for \(account) in \(month)"
                if check.findings.countRepeat(.duplicateReading, message) { continue }
                let note = Diagnostic.Note("it was given here first", at: files[earlier.file].place(earlier.source))
                check.findings.add(.duplicateReading, message, at: row.source, notes: [note])
                continue
            }
            seen[key] = (number, row.source)
            readings.add(Readings.Reading(month: month, value: value), account: account, kpi: kpi)
        }
        diagnostics += table.diagnostics + check.findings.diagnostics
    }
    return (readings, diagnostics)
}
