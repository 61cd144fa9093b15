import PlaybookCore
import PlaybookModel

extension Rule {
    static let differingRows = Rule(
        "differing-rows",
        "Rows of one account in a CRM export that say different things about the account.",
        severity: .warning, canBeLowered: true,
        why: "Only the first row counts, and it may be the one that is wrong.",
        example: """
            Account ID,Industry,Contact
            0017Q,Food,Ana Silva
            0017Q,Pharma,Jo Weber
            """,
        instead: """
            Account ID,Industry,Contact
            0017Q,Food,Ana Silva
            0017Q,Food,Jo Weber
            """)
}

/// An account from the rows of an export, in the form of an account's file.
struct ExportedAccount: Sendable {
    struct Contact: Sendable {
        /// The e-mail address in lower case, as addresses are compared.
        var address: String
        /// The index of the export that the contact is in.
        var file: Int
        /// A mapping like one under `contacts:`. Each value has the place of its cell.
        var yaml: YAMLNode
    }

    let id: String
    /// The index of the export that has its first row, and the place of that row.
    let file: Int
    let source: Range<Int>
    /// A mapping like an account's file, without contacts.
    var yaml: YAMLNode
    var contacts: [Contact] = []
}

extension ExportedRows {
    /// The accounts of the rows, in order, each with its rows. Findings about ids are added.
    ///
    /// - Parameter ownFiles: the files of accounts, by id.
    mutating func grouped(besides ownFiles: [String: SourceFile]) -> [(id: String, rows: [Row])] {
        // Ids become names of files, and some disks do not distinguish `A` from `a`.
        let ownIDs = Dictionary(ownFiles.keys.sortedByBytes().map { ($0.lowercased(), $0) }) { first, _ in first }
        var accounts: [(id: String, rows: [Row])] = []
        var indexes: [String: (index: Int, id: Table.Field, file: Int)] = [:]
        for row in rows {
            guard let id = row[.id] else { continue }
            let shown = showingInvisibles(id.text)
            let folded = id.text.lowercased()
            if let first = indexes[folded] {
                if first.id.text == id.text {
                    accounts[first.index].rows.append(row)
                } else if !findings[row.file].countRepeat(.duplicateID, "the id `\(shown)` is taken") {
                    let note = Diagnostic.Note("the other one", at: files[first.file].place(first.id.source))
                    findings[row.file].add(
                        .duplicateID, "the id `\(shown)` is taken", at: id.source,
                        help: "ids must differ in more than case; from Salesforce, export the 18-character id",
                        notes: [note])
                }
                continue
            }
            if let own = ownIDs[folded], own != id.text, let file = ownFiles[own] {
                let note = Diagnostic.Note("the file is here", at: file.place)
                findings[row.file].add(
                    .duplicateID, "the id `\(shown)` differs only in case from the id of a file", at: id.source,
                    help: "rename the file to `\(shown).yml`", notes: [note])
                continue
            }
            if id.text.wholeMatch(of: /[\p{L}\p{N}]+([._-][\p{L}\p{N}]+)*/) == nil {
                findings[row.file].add(
                    .invalidValue, "`\(shown)` is not an id", at: id.source,
                    help: "ids have letters, digits and single hyphens, points or underscores")
            }
            indexes[folded] = (accounts.count, id, row.file)
            accounts.append((id.text, [row]))
        }
        return accounts
    }
}

/// Turns the rows of accounts into the form of files. The keys and their types come from the shape of an account.
struct ExportedAccountReader {
    var export: ExportedRows
    let words: ExportWords
    /// The shape of each key's value in the file of an account.
    let shapes: [CRMExport.Key: Shape]
    private let hasContactNames: Bool
    /// The findings about cells that are read as they are, kept so that a value that is in many rows is checked once.
    var wrongCells: [Cell: [Diagnostic]] = [:]

    struct Cell: Hashable {
        var key: CRMExport.Key
        var file: Int
        var text: String
    }

    init(_ export: ExportedRows, _ configuration: Configuration) {
        self.export = export
        words = ExportWords(configuration)
        let shape = Shape.account
        shapes = Dictionary(
            CRMExport.Key.allCases.compactMap { key in shape.at(key.path[...]).map { (key, $0) } }
        ) { first, _ in first }
        hasContactNames = configuration.crm?.columns[.contactName] != nil
    }

    /// Adds a finding at a place in one of the exports.
    mutating func report(
        _ rule: Rule, _ message: String, at source: Range<Int>, in file: Int, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        export.findings[file].add(rule, message, at: source, help: help, notes: notes)
    }

    /// Adds the finding that a contact of an account has no name, neither in the export nor in a file.
    mutating func reportNameless(_ contact: ExportedAccount.Contact, of id: String) {
        let help =
            hasContactNames
            ? "fill it in, or give the name in accounts/\(id).yml"
            : "say in playbook.yml which column has the names: `crm: columns: contact_name:`"
        report(.missingKey, "a contact has no name", at: contact.yaml.source, in: contact.file, help: help)
    }

    /// All accounts of the exports.
    mutating func accounts(besides ownFiles: [String: SourceFile]) -> [ExportedAccount] {
        export.grouped(besides: ownFiles).compactMap { account(id: $0.id, rows: $0.rows) }
    }

    private mutating func account(id: String, rows: [ExportedRows.Row]) -> ExportedAccount? {
        guard let first = rows.first else { return nil }
        var draft = MappingDraft()
        for key in CRMExport.Key.allCases where !key.isOfContact && key != .id {
            guard let row = rows.first(where: { $0[key] != nil }) else { continue }
            checkSame(key, row, rows, of: id)
            if let value = value(of: key, in: row) { draft.set(key.path[...], value) }
        }
        var account = ExportedAccount(
            id: id, file: first.file, source: first.source, yaml: draft.node(at: first.source))
        var earlier: [String: (file: Int, source: Range<Int>)] = [:]
        for row in rows {
            guard let contact = contact(in: row), let email = row[.contactEmail] else { continue }
            if let other = earlier[contact.address] {
                let message = "`\(email.text)` is listed twice"
                if export.findings[row.file].countRepeat(.duplicateContact, message) { continue }
                let note = Diagnostic.Note(
                    "it was given here first", at: export.files[other.file].place(other.source))
                report(.duplicateContact, message, at: email.source, in: row.file, notes: [note])
                continue
            }
            earlier[contact.address] = (row.file, email.source)
            account.contacts.append(contact)
        }
        return account
    }

    private mutating func contact(in row: ExportedRows.Row) -> ExportedAccount.Contact? {
        guard let email = row[.contactEmail] else { return nil }
        var draft = MappingDraft()
        for key in CRMExport.Key.allCases where key.isOfContact {
            let value = value(of: key, in: row)
            // Without a valid address there is nobody to write to.
            if key == .contactEmail, value == nil { return nil }
            if let value { draft.set(key.path.dropFirst(), value) }
        }
        return ExportedAccount.Contact(
            address: email.text.lowercased(), file: row.file, yaml: draft.node(at: email.source))
    }

    /// Values of an account must be the same in all its rows. A row may leave them out.
    private mutating func checkSame(
        _ key: CRMExport.Key, _ first: ExportedRows.Row, _ rows: [ExportedRows.Row], of id: String
    ) {
        guard let value = first[key] else { return }
        for row in rows {
            guard let other = row[key], other.text != value.text else { continue }
            // If the names differ, one of them belongs to another customer.
            let rule = key == .name ? Rule.invalidValue : .differingRows
            let message = "this row says `\(other.text)`, but the first row of `\(id)` says `\(value.text)`"
            if export.findings[row.file].countRepeat(rule, message) { continue }
            let note = Diagnostic.Note("the first row", at: export.files[first.file].place(value.source))
            report(
                rule, message, at: other.source, in: row.file,
                help: key == .name
                    ? "all rows of an account must have the same name"
                    : "the first row counts; make all rows say the same",
                notes: [note])
        }
    }
}

extension Shape {
    /// The shape of a value under some keys. For a list of mappings, the shape of the value in each mapping.
    fileprivate func at(_ path: ArraySlice<String>) -> Shape? {
        guard let key = path.first else { return self }
        switch self {
        case .mapping(let fields): return fields.first { $0.name == key }?.shape.at(path.dropFirst())
        case .list(let element, _): return element.at(path)
        default: return nil
        }
    }
}
