import PlaybookCore
import PlaybookModel

/// The rows of the CRM exports in `accounts/*.csv`, before they are checked against the vocabulary.
struct ExportedRows {
    struct Row {
        /// The index of the file that it is in.
        let file: Int
        /// The whole row.
        let source: Range<Int>
        fileprivate let row: Table.Row
        fileprivate let columns: [CRMExport.Key: [Int]]

        /// The fields of a key that are not blank.
        func fields(_ key: CRMExport.Key) -> [Table.Field] {
            (columns[key] ?? []).map { row[$0] }.filter { !$0.text.isEmpty }
        }

        /// The field of a key. Several fields are joined by a blank; nil if all are blank.
        subscript(_ key: CRMExport.Key) -> Table.Field? {
            let fields = fields(key)
            guard let first = fields.first, fields.count > 1 else { return fields.first }
            return Table.Field(text: fields.map(\.text).joined(separator: " "), source: first.source)
        }
    }

    private(set) var files: [SourceFile] = []
    private(set) var rows: [Row] = []
    /// The findings about each file.
    var findings: [TableFindings] = []
    /// The account ids of all rows.
    private(set) var ids: Set<String> = []
    /// True if some rows could not be read, so that there may be unknown accounts.
    private(set) var isIncomplete = false
    private var missingMapping: Diagnostic?

    var diagnostics: [Diagnostic] { findings.flatMap(\.diagnostics) + (missingMapping.map { [$0] } ?? []) }

    /// - Parameters:
    ///   - export: how the files are read; nil if playbook.yml does not say.
    ///   - isConfigured: false if playbook.yml has mistakes, because they may be about exports.
    init(_ files: [SourceFile], _ export: CRMExport?, isConfigured: Bool) {
        guard let first = files.first else { return }
        guard let export, export.columns[.id] != nil else {
            isIncomplete = true
            guard isConfigured else { return }
            missingMapping = Diagnostic(
                .missingKey, "playbook.yml does not say what the columns mean", at: first.place,
                help: "add `crm: {columns: {id: …, name: …}}` with the headings of this file",
                notes: files.dropFirst().map { Diagnostic.Note("this one is not read either", at: $0.place) })
            return
        }
        var headings: [String] = []
        var columns: [CRMExport.Key: [Int]] = [:]
        for key in CRMExport.Key.allCases {
            for heading in export.columns[key] ?? [] {
                if !headings.contains(heading) { headings.append(heading) }
                columns[key, default: []] += headings.firstIndex(of: heading).map { [$0] } ?? []
            }
        }
        for (index, file) in files.enumerated() {
            let table = Table(file, columns: headings, separator: export.separator, hasOthers: true)
            var findings = table.findings
            if table.diagnostics.hasErrors { isIncomplete = true }
            for row in table.rows {
                let row = Row(file: index, source: row.source, row: row, columns: columns)
                if let id = row[.id] {
                    ids.insert(id.text)
                    rows.append(row)
                } else {
                    let heading = export.columns[.id]?.first ?? ""
                    findings.add(
                        .invalidValue, "a row has no account id", at: row.source,
                        help: "fill in the column `\(heading)`, or export only rows that have one")
                }
            }
            self.files.append(file)
            self.findings.append(findings)
        }
    }
}
