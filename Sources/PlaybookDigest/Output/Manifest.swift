import PlaybookCore
import PlaybookModel

/// The lines of `manifest.json` for some accounts: one line for each contact, in order, with the message or the reason why there is none.
struct ManifestLines: Sendable {
    private(set) var bytes: [UInt8] = []
    private let items: ManifestItems

    init(_ items: ManifestItems) { self.items = items }

    /// Adds a contact without a message.
    mutating func add(_ contact: ContactSelection, at account: String, why: String) {
        add(
            contact, at: account, chosen: [],
            [
                ("subject", .null), ("message_id", .null), ("bytes", .null), ("sha256", .null), ("path", .null),
                ("why", .text(why)),
            ])
    }

    /// Adds a contact with a message.
    ///
    /// - Parameter bytes: the message as it is sent.
    mutating func add(
        _ contact: ContactSelection, at account: String, message: PrintedMessage, bytes: [UInt8]
    ) {
        add(
            contact, at: account, chosen: contact.chosen,
            [
                ("subject", .text(message.subject)), ("message_id", .text(message.id)),
                ("bytes", .number(bytes.count)), ("sha256", .text(sha256(bytes))),
                ("path", .text(message.path + ".eml")), ("why", .null),
            ])
    }

    private mutating func add(
        _ contact: ContactSelection, at account: String, chosen: [Candidate], _ rest: [(key: String, value: JSONLine)]
    ) {
        if !bytes.isEmpty { bytes += ",\n".utf8 }
        JSONLine.object([
            ("account", .text(account)), ("contact", .text(contact.contact.email)),
            ("status", .text(contact.status.rawValue)),
        ]).write(to: &bytes)
        bytes.removeLast()
        bytes += ", \"items\": [".utf8
        for (index, item) in chosen.enumerated() {
            if index > 0 { bytes += ", ".utf8 }
            items.write(item, to: &bytes)
        }
        bytes += "], ".utf8
        let start = bytes.count
        JSONLine.object(rest).write(to: &bytes)
        bytes.remove(at: start)
    }
}

/// The parts of the manifest's items that are the same for all readers. A class, because workers share it.
final class ManifestItems: Sendable {
    /// For each snippet, by its number: the start of its JSON object, up to the points.
    private let snippets: [[UInt8]]
    /// The keys of the object of points, each with its name. Few names: to look at each takes less than to look one up.
    private let points: [(name: PointName, key: [UInt8])]

    init(_ snippets: [Snippet]) {
        self.snippets = snippets.map { snippet in
            let known: JSONLine = .object([
                ("snippet", .text(snippet.id)), ("revision", .number(snippet.revision)),
                ("title", .text(snippet.title)),
            ])
            return known.bytes.dropLast() + Array(", \"points\": {".utf8)
        }
        points = PointName.allCases.map { ($0, Array("\"\($0.rawValue)\": ".utf8)) }
    }

    func write(_ item: Candidate, to output: inout [UInt8]) {
        output += snippets[item.snippet]
        for (index, award) in item.points.enumerated() {
            if index > 0 { output += ", ".utf8 }
            for place in points.indices where points[place].name == award.name { output += points[place].key }
            output += String(award.points).utf8
        }
        output += "}, \"total\": ".utf8
        output += String(item.total).utf8
        output.append(UInt8(ascii: "}"))
    }
}

/// `manifest.json`: a JSON array with one line for each contact, in the order of accounts and their contacts. `path` is relative to the
/// manifest's folder.
func manifest(_ lines: [ManifestLines]) -> [[UInt8]] {
    let parts = lines.map(\.bytes).filter { !$0.isEmpty }
    guard let first = parts.first else { return [Array("[]\n".utf8)] }
    return [Array("[\n".utf8), first] + parts.dropFirst().flatMap { [Array(",\n".utf8), $0] } + [Array("\n]\n".utf8)]
}
