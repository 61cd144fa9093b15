import PlaybookCore
import PlaybookModel

/// The file of an account put over what an export has about the account. If both have a value, the file's value counts; everything else is
/// combined.
struct AccountOverlay {
    struct Contact {
        var yaml: YAMLNode
        /// The contact in the export and in the file; at least one is not nil.
        var exported: ExportedAccount.Contact?
        var inFile: YAMLNode?
    }

    /// A value that is both in the export and in the file.
    struct Overridden {
        /// The key, for messages, such as `` `language` `` or `` `roles` of `ana@northwind.example` ``.
        var name: String
        /// The place of the value in the file.
        var source: Range<Int>
    }

    /// All keys except `contacts`.
    private var entries: [YAMLNode.Entry]
    /// In the order of the export, followed by those that only the file has.
    var contacts: [Contact] = []
    /// In the order of the file.
    private(set) var overridden: [Overridden] = []

    /// - Parameter file: the mapping of the file, which has passed the check of its shape; nil if there is no file.
    init(_ account: ExportedAccount, _ file: YAMLNode?) {
        entries = account.yaml.entries
        let ofFile = file?["contacts"]?.items ?? []
        for entry in file?.entries ?? [] where entry.key != "contacts" {
            put(entry)
        }
        var waiting = Dictionary(
            ofFile.compactMap { node in node["email"]?.scalar.map { ($0.lowercased(), node) } }
        ) { first, _ in first }
        for exported in account.contacts {
            let added = waiting.removeValue(forKey: exported.address)
            let yaml = added.map { merged(exported.yaml, with: $0, of: exported.address) } ?? exported.yaml
            contacts.append(Contact(yaml: yaml, exported: exported, inFile: added))
        }
        for node in ofFile {
            guard let address = node["email"]?.scalar?.lowercased(), waiting.removeValue(forKey: address) != nil else {
                continue
            }
            contacts.append(Contact(yaml: node, exported: nil, inFile: node))
        }
        overridden.sort { $0.source.lowerBound < $1.source.lowerBound }
    }

    /// The account as a single mapping.
    ///
    /// - Parameter source: the place of the mapping, for findings about the whole of it.
    func yaml(at source: Range<Int>) -> YAMLNode {
        let list = YAMLNode(content: .sequence(contacts.map(\.yaml)), source: source)
        let entry = YAMLNode.Entry(key: "contacts", keySource: source, value: list)
        return YAMLNode(content: .mapping(entries + (contacts.isEmpty ? [] : [entry])), source: source)
    }

    private mutating func put(_ entry: YAMLNode.Entry) {
        guard entry.value.kind != .null else { return }
        guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
            entries.append(entry)
            return
        }
        guard case .mapping(var inner) = entries[index].value.content, case .mapping(let added) = entry.value.content
        else {
            overridden.append(Overridden(name: "`\(entry.key)`", source: entry.keySource))
            entries[index] = entry
            return
        }
        // Products, KPIs and the cadence are merged key by key.
        for piece in added {
            if let place = inner.firstIndex(where: { $0.key == piece.key }) {
                overridden.append(Overridden(name: "`\(entry.key).\(piece.key)`", source: piece.keySource))
                inner[place] = piece
            } else {
                inner.append(piece)
            }
        }
        entries[index].value.content = .mapping(inner)
    }

    private mutating func merged(_ exported: YAMLNode, with file: YAMLNode, of address: String) -> YAMLNode {
        guard case .mapping(var entries) = exported.content else { return exported }
        for entry in file.entries where entry.key != "email" && entry.value.kind != .null {
            guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
                entries.append(entry)
                continue
            }
            if entry.key == "status" {
                // A contact who wants no mail gets none, whichever of the two says so. Stopping mail is what the file is for, so only a value
                // that would allow mail again is reported.
                let stops = { (node: YAMLNode) in node.scalar != Account.Contact.Status.active.rawValue }
                if stops(entry.value) {
                    entries[index] = entry
                    continue
                }
                if !stops(entries[index].value) { continue }
            } else {
                entries[index] = entry
            }
            overridden.append(Overridden(name: "`\(entry.key)` of `\(address)`", source: entry.keySource))
        }
        return YAMLNode(content: .mapping(entries), source: exported.source)
    }
}
