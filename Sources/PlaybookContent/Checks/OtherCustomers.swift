import PlaybookCore
import PlaybookMarkup

/// Finds the names and ids of accounts in texts, as whole words in any case. Built once for all accounts, so that a text costs its
/// own length and not the number of accounts.
struct AccountNames: Sendable {
    /// The names by their first word: the words of each, and the account's id.
    private var names: [String: [(words: [String], account: String)]] = [:]

    init(_ accounts: [Account]) {
        for account in accounts {
            for name in [account.name, account.id] {
                let words = Self.words(of: name).map(\.text)
                if let first = words.first { names[first, default: []].append((words, account.id)) }
            }
        }
    }

    /// Where a text names accounts: the id of each, and the range in UTF-8.
    func occurrences(in text: String) -> [(account: String, range: Range<Int>)] {
        let words = Self.words(of: text)
        var found: [(account: String, range: Range<Int>)] = []
        for (index, word) in words.enumerated() {
            // An account's id is often the beginning of its name: the longer one counts.
            var longest: [String: Int] = [:]
            for name in names[word.text] ?? [] where words[index...].lazy.map(\.text).starts(with: name.words) {
                longest[name.account] = max(longest[name.account] ?? 0, name.words.count)
            }
            for (account, count) in longest {
                found.append((account, word.range.lowerBound..<words[index + count - 1].range.upperBound))
            }
        }
        return found
    }

    private static func words(of text: String) -> [(text: String, range: Range<Int>)] {
        text.split { !$0.isLetter && !$0.isNumber }.map { word in
            let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            return (word.lowercased(), start..<(start + word.utf8.count))
        }
    }
}

/// What a snippet says about customers other than those it is for: in its texts, and in what a reader sees of its links.
func checkOtherCustomers(_ snippet: Snippet, _ record: RecordFile, _ names: AccountNames) -> [Diagnostic] {
    let body = snippet.body.document
    let texts = [
        snippet.title, snippet.summary, snippet.action.label, snippet.action.url, snippet.evidence?.source ?? "",
        snippet.event?.place ?? "", body.allTexts,
    ]
    let allowed = Set(snippet.mayName + (snippet.accounts?.count == 1 ? snippet.accounts ?? [] : []))
    let named = Set(names.occurrences(in: texts.joined(separator: "\n")).map(\.account)).subtracting(allowed)
    guard !named.isEmpty else { return [] }
    return named.sortedByBytes().flatMap { account in
        let places = places(of: account, in: record, names)
        return (places.isEmpty ? [record.yaml?["title"]?.source ?? 0..<0] : places).map { source in
            Diagnostic(
                .namesOtherCustomer, "the text names `\(account)`", at: record.file.place(source),
                help: "leave the name out, or list the account under `may_name` when they agreed to it")
        }
    }
}

/// Where a file names an account in what customers get. What is spelled with entities or markup in between is not found.
private func places(of account: String, in record: RecordFile, _ names: AccountNames) -> [Range<Int>] {
    let file = record.file
    let keys = [
        "accounts", "may_name", "answers", "supersedes", "industries", "stages", "roles", "kpis", "products", "owner",
    ]
    let internalBlocks = record.document.internalBlocks.map { record.document.nodes[Int($0)] }.filter { $0.file == 0 }
        .map(\.source)
    let hidden =
        keys.compactMap { record.yaml?[$0]?.source } + internalBlocks.map { Int($0.lowerBound)..<Int($0.upperBound) }
    return names.occurrences(in: file.text(0..<file.bytes.count)).compactMap { occurrence in
        guard occurrence.account == account, !hidden.contains(where: { $0.overlaps(occurrence.range) }) else {
            return nil
        }
        return occurrence.range
    }
}

extension Rule {
    static let namesOtherCustomer = Rule(
        "names-other-customer", "A snippet names a customer who did not agree to it, where others could read it.")
}
