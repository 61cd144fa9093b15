import Foundation
import PlaybookCore

/// The rows of the CRM exports in `accounts/*.csv`, before they are held against what is known.
struct AccountRows {
    struct Row {
        let file: SourceFile
        let row: Table.Row
        let headings: [CRMExport.Key: String]

        /// The field of a column; nil where no column is it or nothing stands there.
        subscript(_ key: CRMExport.Key) -> Table.Field? {
            guard let heading = headings[key] else { return nil }
            return row[heading].text.isEmpty ? nil : row[heading]
        }

        var place: Place { file.place(row.source) }
    }

    private(set) var rows: [Row] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ files: [SourceFile], _ export: CRMExport?) {
        for file in files {
            guard let export else {
                diagnostics.append(
                    Diagnostic(
                        .missingKey, "playbook.yml does not say which column is what", at: file.place,
                        help: "add `crm: {columns: {id: …, name: …}}` with the headings of this file"))
                continue
            }
            let headings = CRMExport.Key.allCases.compactMap { export.columns[$0] }
            let table = Table(file, columns: headings, separator: export.separator.byte, hasOthers: true)
            diagnostics += table.diagnostics
            for row in table.rows {
                let read = Row(file: file, row: row, headings: export.columns)
                if read[.id] != nil {
                    rows.append(read)
                } else {
                    diagnostics.append(Diagnostic(.invalidValue, "a row has no account id", at: read.place))
                }
            }
        }
    }

    var ids: Set<String> { Set(rows.compactMap { $0[.id]?.text }) }
}

/// The accounts of CRM exports, one row a contact, and what is wrong with them.
///
/// - Parameters:
///   - files: the accounts that have a file of their own; a row of one of them is an error.
///   - required: the keys that all accounts must have.
func readAccounts(
    _ export: AccountRows, known: KnownIDs, _ configuration: Configuration, files: [String: SourceFile]
) -> (accounts: [Account], diagnostics: [Diagnostic]) {
    var diagnostics = export.diagnostics
    var order: [String] = []
    var rows: [String: [AccountRows.Row]] = [:]
    var spelled: [String: AccountRows.Row] = [:]
    for row in export.rows {
        guard let id = row[.id] else { continue }
        // Ids become names of files, and some disks do not tell `A` from `a`.
        let folded = id.text.lowercased()
        let place = row.file.place(id.source)
        if let file = files[folded] {
            let note = Diagnostic.Note("it is here", at: file.place)
            diagnostics.append(
                Diagnostic(
                    .duplicateID, "the account `\(id.text)` has a file of its own", at: place,
                    help: "an account is either in a file or in an export: remove one", notes: [note]))
            continue
        }
        if let first = spelled[folded], let other = first[.id], other.text != id.text {
            let note = Diagnostic.Note("the other one", at: first.file.place(other.source))
            diagnostics.append(Diagnostic(.duplicateID, "the id `\(id.text)` is taken", at: place, notes: [note]))
            continue
        }
        if spelled[folded] == nil {
            spelled[folded] = row
            order.append(id.text)
            if id.text.wholeMatch(of: /[\p{L}\p{N}]+([._-][\p{L}\p{N}]+)*/) == nil {
                diagnostics.append(
                    Diagnostic(
                        .invalidValue, "`\(id.text)` is no id", at: place,
                        help: "use letters, digits and single hyphens"))
            }
        }
        rows[id.text, default: []].append(row)
    }
    let accounts = order.compactMap { id -> Account? in
        var reader = AccountReader(rows: rows[id] ?? [], known: known, configuration: configuration)
        let account = reader.account(id)
        diagnostics += reader.diagnostics
        return account
    }
    return (accounts, diagnostics)
}

/// Reads the rows of one account.
private struct AccountReader {
    let rows: [AccountRows.Row]
    let known: KnownIDs
    let configuration: Configuration
    var diagnostics: [Diagnostic] = []

    mutating func account(_ id: String) -> Account? {
        guard let first = rows.first else { return nil }
        checkSame(id)
        guard let name = first[.name] else {
            report(.missingKey, "the account has no name", at: first.place)
            return nil
        }
        var account = Account(id: id, name: checked(name, .line, "name", in: first))
        account.industry = reference(first, .industry, .industry, configuration.industries.titles)
        account.region = first[.region]?.text
        account.language = first[.language]?.text
        account.timeZone = first[.timeZone].map { checked($0, .timeZone, "time_zone", in: first) }
        account.stage = reference(first, .stage, .stage, [:])
        account.owner = reference(first, .owner, .person, configuration.people.mapValues(\.name))
        set(&account.cadence.everyMonths, number(first, .everyMonths, 1...12))
        account.cadence.businessDay = number(first, .businessDay, 1...23)
        account.cadence.firstMonth = first[.firstMonth].flatMap {
            YearMonth(checked($0, .month, "first_month", in: first))
        }
        for (product, version, field) in pairs(first, .products, .product, configuration.products.titles) {
            account.products[product] = Version(version)
            if account.products[product] == nil {
                report(
                    .invalidValue, "`\(product)` has no version", at: first.file.place(field.source),
                    help: "write the product and its version, such as \(product) 4.2")
            }
        }
        let titles = Dictionary(configuration.kpis.map { ($0.id, $0.title) }) { one, _ in one }
        account.kpis = pairs(first, .kpis, .kpi, titles).map { kpi, target, field in
            let value = Decimal6(target)
            if !target.isEmpty, value == nil {
                report(.invalidValue, "`\(target)` is no number", at: first.file.place(field.source))
            }
            return Account.Target(kpi: kpi, target: value)
        }
        account.contacts = contacts(titles)
        checkRequired(first)
        return diagnostics.hasErrors ? nil : account
    }

    private mutating func contacts(_ kpis: [String: String]) -> [Account.Contact] {
        var earlier: [String: Place] = [:]
        return rows.compactMap { row in
            guard let email = row[.contactEmail] else { return nil }
            let place = row.file.place(email.source)
            guard let name = row[.contactName] else {
                report(.missingKey, "the contact `\(email.text)` has no name", at: place)
                return nil
            }
            if let other = earlier.updateValue(place, forKey: email.text.lowercased()) {
                report(
                    .duplicateContact, "`\(email.text)` is listed twice", at: place,
                    notes: [Diagnostic.Note("it stands here already", at: other)])
            }
            var contact = Account.Contact(
                name: checked(name, .line, "contact_name", in: row),
                email: checked(email, .email, "contact_email", in: row))
            contact.roles = list(row, .contactRoles, .role, configuration.roles.titles)
            contact.kpis = list(row, .contactKPIs, .kpi, kpis)
            if let status = row[.contactStatus] {
                let words = Account.Contact.Status.allCases.map(\.rawValue)
                let folded = Table.Field(text: status.text.lowercased(), source: status.source)
                set(
                    &contact.status,
                    Account.Contact.Status(rawValue: checked(folded, .decision(words), "contact_status", in: row)))
            }
            return contact
        }
    }

    /// What is said of the account must be the same in all its rows.
    private mutating func checkSame(_ id: String) {
        guard let first = rows.first else { return }
        for key in CRMExport.Key.allCases where !key.isOfContact {
            for row in rows.dropFirst() where (row[key]?.text ?? "") != (first[key]?.text ?? "") {
                let place = row[key].map { row.file.place($0.source) } ?? row.place
                let note = Diagnostic.Note(
                    "the first row", at: first[key].map { first.file.place($0.source) } ?? first.place)
                report(
                    .invalidValue,
                    "`\(row[key]?.text ?? "")` is not what the first row of `\(id)` says: `\(first[key]?.text ?? "")`",
                    at: place, help: "all rows of an account say the same about it", notes: [note])
            }
        }
    }

    private mutating func checkRequired(_ first: AccountRows.Row) {
        for name in configuration.required["accounts"] ?? [] {
            guard let key = CRMExport.Key(rawValue: name), first[key] == nil else { continue }
            report(.missingKey, "`\(name)` is missing", at: first.place, help: key.summary)
        }
    }

    private mutating func checked(
        _ field: Table.Field, _ shape: Shape, _ key: String, in row: AccountRows.Row
    ) -> String {
        var check = ShapeCheck(file: row.file, known: known)
        check.check(YAMLNode(content: .scalar(field.text, isPlain: false), source: field.source), shape, key: key)
        diagnostics += check.diagnostics
        return field.text
    }

    private mutating func number(_ row: AccountRows.Row, _ key: CRMExport.Key, _ range: ClosedRange<Int>) -> Int? {
        guard let field = row[key] else { return nil }
        if let number = Int(field.text), range.contains(number) { return number }
        report(
            .invalidValue, "`\(key.rawValue)` is \(field.text)", at: row.file.place(field.source),
            help: "it can be \(range.lowerBound) to \(range.upperBound)")
        return nil
    }

    private mutating func reference(
        _ row: AccountRows.Row, _ key: CRMExport.Key, _ kind: Reference, _ titles: [String: String]
    ) -> String? {
        row[key].flatMap { id(of: $0, kind, titles, in: row) }
    }

    private mutating func list(
        _ row: AccountRows.Row, _ key: CRMExport.Key, _ kind: Reference, _ titles: [String: String]
    ) -> [String] {
        guard let field = row[key] else { return [] }
        return parts(of: field).compactMap {
            id(of: Table.Field(text: $0, source: field.source), kind, titles, in: row)
        }
    }

    /// The words of a cell such as `edge-gateway 4.2, line-monitor 2.0`: what it is, and what stands behind the last blank.
    private mutating func pairs(
        _ row: AccountRows.Row, _ key: CRMExport.Key, _ kind: Reference, _ titles: [String: String]
    ) -> [(id: String, value: String, field: Table.Field)] {
        guard let field = row[key] else { return [] }
        return parts(of: field).compactMap { part in
            let words = part.split(separator: " ")
            let last = words.last.map(String.init) ?? ""
            let hasValue = words.count > 1 && last.first.map { $0.isNumber || $0 == "-" } == true
            let name = hasValue ? words.dropLast().joined(separator: " ") : part
            return id(of: Table.Field(text: name, source: field.source), kind, titles, in: row).map {
                ($0, hasValue ? last : "", field)
            }
        }
    }

    /// CRM systems put several choices into one cell, with a comma, a semicolon or a line break between them.
    private func parts(of field: Table.Field) -> [String] {
        field.text.split { ",;\n\r\r\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    /// The id that a word names, by itself or by its title.
    private mutating func id(
        of field: Table.Field, _ kind: Reference, _ titles: [String: String], in row: AccountRows.Row
    ) -> String? {
        if known[kind].contains(field.text) { return field.text }
        let titled = titles.filter { $0.value.lowercased() == field.text.lowercased() }.keys.sortedByBytes()
        if let first = titled.first { return first }
        let near = nearest(to: field.text, among: Array(known[kind]) + titles.values.sortedByBytes())
        report(
            .unknown(kind), "unknown \(kind.title) `\(field.text)`", at: row.file.place(field.source),
            help: near.map { "did you mean `\($0)`?" } ?? "it is not in \(kind.definition)")
        return nil
    }

    private mutating func report(
        _ rule: Rule, _ message: String, at place: Place, help: String? = nil, notes: [Diagnostic.Note] = []
    ) {
        diagnostics.append(Diagnostic(rule, message, at: place, help: help, notes: notes))
    }
}
