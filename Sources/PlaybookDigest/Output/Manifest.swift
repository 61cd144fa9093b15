import PlaybookCore

/// One contact in `manifest.json`: their message, or why there is none.
struct ManifestEntry: Sendable {
    private let value: JSONLine

    /// A contact without a message.
    init(_ contact: ContactSelection, at account: String, why: String) {
        self.init(
            contact, at: account, items: [],
            [
                ("subject", .null), ("message_id", .null), ("bytes", .null), ("sha256", .null), ("path", .null),
                ("why", .text(why)),
            ])
    }

    /// A contact with a message.
    init(_ contact: ContactSelection, at account: String, message: PrintedMessage) {
        let items = message.items.map { item in
            JSONLine.object([
                ("snippet", .text(item.snippet.id)), ("revision", .number(item.snippet.revision)),
                ("title", .text(item.snippet.title)),
                ("points", .object(item.candidate.points.map { ($0.name.rawValue, .number($0.points)) })),
                ("total", .number(item.candidate.total)),
            ])
        }
        self.init(
            contact, at: account, items: items,
            [
                ("subject", .text(message.subject)), ("message_id", .text(message.id)),
                ("bytes", .number(message.bytes.count)), ("sha256", .text(sha256(message.bytes))),
                ("path", .text(message.path)), ("why", .null),
            ])
    }

    private init(
        _ contact: ContactSelection, at account: String, items: [JSONLine], _ rest: [(key: String, value: JSONLine)]
    ) {
        value = .object(
            [
                ("account", .text(account)), ("contact", .text(contact.contact.email)),
                ("status", .text(contact.status.rawValue)), ("items", .list(items)),
            ] + rest)
    }

    fileprivate func write(to output: inout [UInt8]) { value.write(to: &output) }
}

/// `_digests/YYYY-MM/manifest.json`: a JSON array with one contact a line, in the order of accounts and their contacts.
/// `path` is relative to the manifest's folder.
func manifest(_ entries: [ManifestEntry], month: YearMonth) -> OutputFile {
    var bytes = Array("[".utf8)
    for (index, entry) in entries.enumerated() {
        bytes += Array((index == 0 ? "\n" : ",\n").utf8)
        entry.write(to: &bytes)
    }
    bytes += Array((entries.isEmpty ? "]\n" : "\n]\n").utf8)
    return OutputFile(path: "_digests/\(month)/manifest.json", bytes: bytes)
}
