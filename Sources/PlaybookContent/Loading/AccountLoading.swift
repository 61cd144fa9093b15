import PlaybookCore
import PlaybookModel

extension Rule {
    static let overridesExport = Rule(
        "overrides-export",
        "A value in the file of an account that a CRM export has too.",
        severity: .warning, canBeLowered: true,
        why: "The value in the file counts, so a change in the CRM has no effect, and nobody sees why.",
        example: """
            # accounts/0017Q.yml, where the export has a column for the language
            language: de
            holds: [{kind: pause, from: 2026-11-02}]
            """,
        instead: "holds: [{kind: pause, from: 2026-11-02}]")
}

/// The result of `joinedAccounts`.
struct LoadedAccounts {
    var accounts: [Account] = []
    /// By account id, the values that its own messages show.
    var values: [String: [AccountValue]] = [:]
    var kpis: [KPIUse] = []
    /// By language, the place where an account first names it.
    var languages: [String: Place] = [:]
    var diagnostics: [Diagnostic] = []
}

/// All accounts: those with a file, those of CRM exports, and those of exports with a file that adds to them.
///
/// - Parameters:
///   - files: the accounts' files, parsed, by id.
///   - exported: the rows of the exports.
func joinedAccounts(
    _ files: [String: ParsedFile], _ exported: ExportedRows, known: KnownIDs, _ configuration: Configuration
) async -> LoadedAccounts {
    var joining = AccountJoining(exported, configuration)
    let exportedAccounts = joining.reader.accounts(besides: files.mapValues { $0.source })
    let byID = Dictionary(exportedAccounts.map { ($0.id, $0) }) { first, _ in first }
    let ids = files.keys.sortedByBytes()
    let inFiles = ids.compactMap { id in files[id].map { (id: id, file: $0) } }
    let shape = Shape.account(configuration)
    let isComplete = !exported.isIncomplete
    let hasExports = !exported.files.isEmpty
    let read = await inFiles.concurrentMap { id, file -> AccountFile in
        // A file need not repeat what the export has. An export that cannot be read may have it too.
        var record =
            byID[id] != nil || !isComplete
            ? RecordFile(yaml: file, shape: .accountAddition, known: known)
            : RecordFile(yaml: file, shape: hasExports ? shape.leaving("name") : shape, known: known)
        record.checkAccount()
        let account = record.isSound && byID[id] == nil ? record.yaml.flatMap { Account(id: id, yaml: $0) } : nil
        return AccountFile(record: record, account: account, values: record.shownValues)
    }
    let records = read.map(\.record)
    // An id that differs only in case from that of a file has already been reported.
    let ofExports = Set(exported.ids.map { $0.lowercased() })
    var result = LoadedAccounts()
    for ((id, _), file) in zip(inFiles, read) where byID[id] == nil {
        var record = file.record
        if hasExports, isComplete, record.isSound, record.yaml?["name"] == nil, !ofExports.contains(id.lowercased()) {
            let near = nearest(to: id, among: byID.keys).map { " (the nearest is `\($0)`)" } ?? ""
            record.report(
                .missingKey, "`name` is missing", at: nil,
                help: "no export has a row with the id `\(id)`\(near), so the file must give the name")
        }
        record.diagnostics += checkOwner(record, in: .accounts, configuration)
        result.diagnostics += record.diagnostics
        if record.isSound, let yaml = record.yaml {
            if let account = file.account { result.accounts.append(account) }
            result.values[id] = file.values
            result.note(yaml["language"]?.scalar, at: record.placeOfLanguage)
        }
    }
    let recordsByID = exportedAccounts.isEmpty ? [:] : Dictionary(zip(inFiles.map(\.id), records)) { first, _ in first }
    for account in exportedAccounts {
        let record = recordsByID[account.id]
        let (joined, found) = joining.join(account, record)
        result.diagnostics += found
        if let joined { result.accounts.append(joined) }
        let place = record?.placeOfLanguage ?? exported.files[account.file].place(account.source)
        result.note(joined?.language, at: place)
        result.values[account.id] =
            (record?.shownValues ?? []) + account.shownValues(in: exported.files, besides: record)
    }
    result.diagnostics += joining.reader.export.diagnostics
    result.diagnostics += checkSharedAddresses(addressUses(in: zip(inFiles, records).map { ($0.id, $1) }, exported))
    result.kpis = zip(inFiles, records).flatMap { kpiUses(of: $0.id, in: $1) }
    return result
}

/// The file of an account, read.
private struct AccountFile: Sendable {
    let record: RecordFile
    /// Nil where the file has mistakes, or where an export has the account too.
    let account: Account?
    /// The values that the account's own messages show.
    let values: [AccountValue]
}

extension LoadedAccounts {
    fileprivate mutating func note(_ language: String?, at place: Place?) {
        if let language, languages[language] == nil { languages[language] = place }
    }
}

/// Joins accounts of exports with the files that add to them.
private struct AccountJoining {
    var reader: ExportedAccountReader
    private let configuration: Configuration

    init(_ exported: ExportedRows, _ configuration: Configuration) {
        reader = ExportedAccountReader(exported, configuration)
        self.configuration = configuration
    }

    /// The account, or nil if its file has mistakes; and the findings about the file. Findings about its rows are kept with the exports.
    mutating func join(_ account: ExportedAccount, _ record: RecordFile?) -> (Account?, [Diagnostic]) {
        // The mistakes in the file are reported. Without the file, too little is known about the account to say more.
        if let record, !record.isSound { return (nil, record.diagnostics) }
        var record = record
        var overlay = AccountOverlay(account, record?.yaml)
        for index in overlay.contacts.indices { checkName(&overlay.contacts[index], account, &record) }
        let yaml = overlay.yaml(at: record?.yaml?.source ?? account.source)
        record?.yaml = yaml
        checkRequired(account, overlay, yaml, &record)
        report(overlay.overridden, account, &record)
        if let joined = record { record?.diagnostics += checkOwner(joined, in: .accounts, configuration) }
        return (Account(id: account.id, yaml: yaml), record?.diagnostics ?? [])
    }

    private mutating func checkName(
        _ contact: inout AccountOverlay.Contact, _ account: ExportedAccount, _ record: inout RecordFile?
    ) {
        guard contact.yaml["name"] == nil else { return }
        if let exported = contact.exported {
            reader.reportNameless(exported, of: account.id)
            return
        }
        guard let email = contact.yaml["email"], let address = email.scalar else { return }
        let status = contact.yaml["status"]?.choice(Account.Contact.Status.self) ?? .active
        if status != .active {
            // A contact who wants no mail must still get none when the row with the name is gone, because the next export may have the row again.
            let name = YAMLNode.Entry(key: "name", keySource: email.source, value: email)
            contact.yaml.content = .mapping(contact.yaml.entries + [name])
            return
        }
        let near = nearest(to: address, among: account.contacts.map(\.address)).map { "; did you mean `\($0)`?" } ?? ""
        record?.report(
            .missingKey, "`name` is missing", at: email,
            help: "the export has no contact with this address, so the file must give the name\(near)")
    }

    /// Keys that `require:` makes compulsory may be in the export or in the file.
    private mutating func checkRequired(
        _ account: ExportedAccount, _ overlay: AccountOverlay, _ yaml: YAMLNode, _ record: inout RecordFile?
    ) {
        let ofAccount = (configuration.required["accounts"] ?? []) + ["name"]
        for key in ofAccount where yaml[key] == nil {
            if record != nil {
                record?.report(.missingKey, "`\(key)` is missing", at: nil, help: "the export does not have it either")
            } else {
                let message = key == "name" ? "the account has no name" : "`\(key)` is missing"
                reader.report(
                    .missingKey, message, at: account.source, in: account.file,
                    help: "fill it in, or write it in accounts/\(account.id).yml")
            }
        }
        for contact in overlay.contacts {
            for key in configuration.required["contacts"] ?? [] where contact.yaml[key] == nil {
                if let node = contact.inFile {
                    record?.report(.missingKey, "`\(key)` is missing", at: node)
                } else if let exported = contact.exported {
                    reader.report(
                        .missingKey, "a contact has no `\(key)`", at: exported.yaml.source, in: exported.file,
                        help: "fill it in, or write it in accounts/\(account.id).yml")
                }
            }
        }
    }

    private func report(
        _ overridden: [AccountOverlay.Overridden], _ account: ExportedAccount, _ record: inout RecordFile?
    ) {
        guard let first = overridden.first, let file = record?.file else { return }
        let names = overridden.map(\.name)
        let list =
            names.count == 1 ? first.name : names.dropLast().joined(separator: ", ") + " and \(names[names.count - 1])"
        let row = reader.export.files[account.file].place(account.source)
        let note = Diagnostic.Note("the row of the account", at: row)
        record?.diagnostics.append(
            Diagnostic(
                .overridesExport, "\(list) \(names.count == 1 ? "is" : "are") also in the export",
                at: file.place(first.source),
                help: "the file wins, even when the export changes; remove the key here to use what the export says",
                notes: [note]))
    }
}

extension Shape {
    /// This mapping with one of its compulsory keys made optional.
    fileprivate func leaving(_ key: String) -> Shape {
        guard case .mapping(var fields) = self else { return self }
        for index in fields.indices where fields[index].name == key { fields[index].isRequired = false }
        return .mapping(fields)
    }
}

extension RecordFile {
    /// Where the file of an account names its language; nil if it does not.
    fileprivate var placeOfLanguage: Place? { yaml?["language"].map { file.place($0.source) } }

    /// The values in an account's file that its own messages show.
    fileprivate var shownValues: [AccountValue] {
        let people = yaml?["contacts"]?.items.compactMap { $0["name"] } ?? []
        let incidents = yaml?["holds"]?.items.compactMap { $0["incident"] } ?? []
        return people.map { AccountValue(kind: .person, yaml: $0, file: file) }
            + incidents.map { AccountValue(kind: .incident, yaml: $0, file: file) }
    }
}

extension ExportedAccount {
    /// The values in an export that the account's own messages show: names of its people, except those whose name is
    /// in the account's file.
    fileprivate func shownValues(in files: [SourceFile], besides record: RecordFile?) -> [AccountValue] {
        let named = (record?.yaml?["contacts"]?.items ?? []).filter { $0["name"] != nil }
        let addresses = Set(named.compactMap { $0["email"]?.scalar?.lowercased() })
        return contacts.filter { !addresses.contains($0.address) }.compactMap { contact in
            contact.yaml["name"].map { AccountValue(kind: .person, yaml: $0, file: files[contact.file]) }
        }
    }
}
