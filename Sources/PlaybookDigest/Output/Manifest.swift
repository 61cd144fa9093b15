import PlaybookCore
import PlaybookModel

/// The lines of `manifest.json` for some accounts: one contact a line, in their order, with their message, or why there is none.
struct ManifestLines: Sendable {
    private(set) var bytes: [UInt8] = []

    /// Adds a contact without a message.
    mutating func add(_ contact: ContactSelection, at account: String, why: String) {
        add(
            contact, at: account, items: [],
            [
                ("subject", .null), ("message_id", .null), ("bytes", .null), ("sha256", .null), ("path", .null),
                ("why", .text(why)),
            ])
    }

    /// Adds a contact with a message.
    ///
    /// - Parameter bytes: the message as it is sent.
    mutating func add(
        _ contact: ContactSelection, at account: String, message: PrintedMessage, bytes: [UInt8], snippets: [Snippet]
    ) {
        let items = contact.chosen.map { item in
            JSONLine.object([
                ("snippet", .text(snippets[item.snippet].id)), ("revision", .number(snippets[item.snippet].revision)),
                ("title", .text(snippets[item.snippet].title)),
                ("points", .object(item.points.map { ($0.name.rawValue, .number($0.points)) })),
                ("total", .number(item.total)),
            ])
        }
        add(
            contact, at: account, items: items,
            [
                ("subject", .text(message.subject)), ("message_id", .text(message.id)),
                ("bytes", .number(bytes.count)), ("sha256", .text(sha256(bytes))),
                ("path", .text(message.path + ".eml")), ("why", .null),
            ])
    }

    private mutating func add(
        _ contact: ContactSelection, at account: String, items: [JSONLine], _ rest: [(key: String, value: JSONLine)]
    ) {
        if !bytes.isEmpty { bytes += ",\n".utf8 }
        JSONLine.object(
            [
                ("account", .text(account)), ("contact", .text(contact.contact.email)),
                ("status", .text(contact.status.rawValue)), ("items", .list(items)),
            ] + rest
        ).write(to: &bytes)
    }
}

/// `manifest.json`: a JSON array with one contact a line, in the order of accounts and their contacts. `path` is relative to the manifest's
/// folder.
func manifest(_ lines: [ManifestLines]) -> [[UInt8]] {
    let parts = lines.map(\.bytes).filter { !$0.isEmpty }
    guard let first = parts.first else { return [Array("[]\n".utf8)] }
    return [Array("[\n".utf8), first] + parts.dropFirst().flatMap { [Array(",\n".utf8), $0] } + [Array("\n]\n".utf8)]
}
