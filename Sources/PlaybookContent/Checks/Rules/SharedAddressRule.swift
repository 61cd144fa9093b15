import PlaybookCore

extension Rule {
    static let sharedAddress = Rule(
        "shared-address",
        "An e-mail address in two accounts, ignoring case.",
        severity: .warning, canBeLowered: true,
        why:
            "One person gets a message for each, perhaps on the same morning. For somebody who is responsible for two plants this may be intended.",
        example: """
            # accounts/plant-north.yml
            contacts: [{name: Ana Silva, email: ana@northwind.example, roles: [maintenance]}]
            # accounts/plant-south.yml
            contacts: [{name: Ana Silva, email: ana@northwind.example, roles: [maintenance]}]
            """,
        instead: """
            # accounts/plant-south.yml
            contacts: [{name: Ben Costa, email: ben@northwind.example, roles: [maintenance]}]
            """)
}

/// A place where the address of a contact is written.
struct AddressUse: Sendable {
    let address: String
    /// The account's id.
    let account: String
    let file: SourceFile
    let source: Range<Int>

    var place: Place { file.place(source) }
}

/// The addresses in the files of accounts and in the rows of exports.
///
/// - Parameter files: the accounts' files, each with the account's id.
func addressUses(in files: [(id: String, record: RecordFile)], _ exported: ExportedRows) -> [AddressUse] {
    files.flatMap { id, record in
        (record.yaml?["contacts"]?.items ?? []).compactMap { contact -> AddressUse? in
            guard let node = contact["email"], let address = node.scalar else { return nil }
            return AddressUse(address: address, account: id, file: record.file, source: node.source)
        }
    }
        + exported.rows.compactMap { row in
            guard let id = row[.id], let field = row[.contactEmail] else { return nil }
            return AddressUse(
                address: field.text, account: id.text, file: exported.files[row.file], source: field.source)
        }
}

/// The findings about addresses that several accounts have. Each is reported once, at the second account.
func checkSharedAddresses(_ uses: [AddressUse]) -> [Diagnostic] {
    var first: [String: AddressUse] = [:]
    var reported: Set<String> = []
    return uses.compactMap { use in
        let address = use.address.lowercased()
        guard let other = first[address] else {
            first[address] = use
            return nil
        }
        guard other.account.lowercased() != use.account.lowercased(), reported.insert(address).inserted else {
            return nil
        }
        return Diagnostic(
            .sharedAddress, "`\(use.address)` is a contact of `\(other.account)` too", at: use.place,
            help: "one person gets a message for each account: keep both only if that is meant",
            notes: [Diagnostic.Note("the other account", at: other.place)])
    }
}
