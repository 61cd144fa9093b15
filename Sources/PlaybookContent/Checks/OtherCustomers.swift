import PlaybookCore

/// Finds the names of accounts in texts, as whole words in any case. Built once for all accounts, so that a text costs its
/// own length and not the number of accounts.
struct AccountNames: Sendable {
    /// The names by their first word: the words of each, and the account's id.
    private var names: [String: [(words: [String], account: String)]] = [:]

    init(_ accounts: [Account]) {
        for account in accounts {
            let words = Self.words(of: account.name)
            if let first = words.first { names[first, default: []].append((words, account.id)) }
        }
    }

    /// The ids of the accounts that a text names, by their bytes.
    func accounts(namedIn text: String) -> [String] {
        let words = Self.words(of: text)
        var found: Set<String> = []
        for (index, word) in words.enumerated() {
            for name in names[word] ?? [] where words[index...].starts(with: name.words) { found.insert(name.account) }
        }
        return found.sortedByBytes()
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

/// What a snippet says about customers other than those it is for.
func checkOtherCustomers(_ snippet: Snippet, _ record: RecordFile, _ names: AccountNames) -> [Diagnostic] {
    let body = snippet.body.document
    let text = [
        snippet.title, snippet.summary, snippet.action.label, snippet.evidence?.source ?? "",
        snippet.event?.place ?? "",
        body.children(of: 0).map { body.plainText(of: $0) }.joined(separator: "\n"),
    ].joined(separator: "\n")
    let allowed = Set(snippet.mayName + (snippet.accounts?.count == 1 ? snippet.accounts ?? [] : []))
    return names.accounts(namedIn: text).filter { !allowed.contains($0) }.map { account in
        Diagnostic(
            .namesOtherCustomer, "the text names `\(account)`",
            at: record.file.place(record.yaml?["title"]?.source ?? 0..<0),
            help: "leave the name out, or list the account under `may_name` when they agreed to it")
    }
}

extension Rule {
    static let namesOtherCustomer = Rule(
        "names-other-customer", "A snippet names a customer who did not agree to it, where others could read it.")
}
