import PlaybookCore
import PlaybookMarkup

/// Finds what tells a customer in texts, as whole words in any case: names and ids of accounts, names of their contacts, and their mail
/// domains. Built once for all accounts, so that a text costs its own length and not the number of accounts.
struct AccountNames: Sendable {
    struct Occurrence: Sendable {
        var account: String
        /// What stands there, for messages.
        var name: String
        /// In UTF-8.
        var range: Range<Int>
    }

    private struct Name: Sendable {
        var words: [String]
        var name: String
        var account: String
        /// A domain counts only as it is spelled, with its dots.
        var isDomain = false
    }

    /// By their first word.
    private var names: [String: [Name]] = [:]

    /// - Parameters:
    ///   - colleagues: names that are also those of colleagues tell no customer.
    ///   - domains: of the company itself.
    init(_ accounts: [Account], colleagues: Set<String> = [], domains: Set<String> = []) {
        var seen: Set<[String]> = []
        for account in accounts {
            add(account.name, of: account.id)
            add(account.id, of: account.id)
            for contact in account.contacts {
                // A first or last name alone is too often a word of its own.
                if Self.words(of: contact.name).count > 1, !colleagues.contains(contact.name.lowercased()) {
                    add(contact.name, of: account.id)
                }
                guard let at = contact.email.lastIndex(of: "@") else { continue }
                let domain = contact.email[contact.email.index(after: at)...].lowercased()
                guard !domains.contains(domain), !Self.publicDomains.contains(domain),
                    seen.insert([domain, account.id]).inserted
                else { continue }
                add(domain, of: account.id, isDomain: true)
            }
        }
    }

    private mutating func add(_ name: String, of account: String, isDomain: Bool = false) {
        let words = Self.words(of: name).map(\.text)
        guard let first = words.first else { return }
        names[first, default: []].append(Name(words: words, name: name, account: account, isDomain: isDomain))
    }

    /// Domains where anybody can have a mailbox tell no customer.
    private static var publicDomains: Set<String> {
        [
            "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com",
            "aol.com",
            "gmx.de", "gmx.net", "gmx.at", "web.de", "t-online.de", "freenet.de", "proton.me", "protonmail.com",
        ]
    }

    /// Where a text names accounts, but for those that it may name.
    func occurrences(in text: String, except allowed: Set<String> = []) -> [Occurrence] {
        let words = Self.words(of: text)
        var found: [Occurrence] = []
        for (index, word) in words.enumerated() {
            // An account's id is often the beginning of its name: the longer one counts.
            var longest: [String: Occurrence] = [:]
            for name in names[word.text] ?? [] where words[index...].lazy.map(\.text).starts(with: name.words) {
                let range = word.range.lowerBound..<words[index + name.words.count - 1].range.upperBound
                if name.isDomain, !isDomain(name.name, at: range, in: text) { continue }
                if let other = longest[name.account], other.range.count >= range.count { continue }
                longest[name.account] = Occurrence(account: name.account, name: name.name, range: range)
            }
            // Two customers can have people of one name: who may be named excuses the place.
            let excused = longest.values.filter { allowed.contains($0.account) }.map(\.range)
            for (account, occurrence) in longest where !allowed.contains(account) && !excused.contains(occurrence.range)
            {
                found.append(occurrence)
            }
        }
        return found
    }

    /// True where the domain stands as it is written, and is not the beginning of another one.
    private func isDomain(_ domain: String, at range: Range<Int>, in text: String) -> Bool {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
        guard text[start..<end].lowercased() == domain else { return false }
        let next = text[end...].prefix(2)
        let goesOn = next.first == "-" || (next.first == "." && next.dropFirst().first?.isLetter == true)
        return !goesOn && (start == text.startIndex || text[text.index(before: start)] != "-")
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
    let named = Set(names.occurrences(in: texts.joined(separator: "\n"), except: allowed).map(\.account))
    guard !named.isEmpty else { return [] }
    let inFile = places(in: record, names, except: allowed)
    return named.sortedByBytes().flatMap { account in
        let places = inFile.filter { $0.account == account }.map { ($0.name, $0.range) }
        let fallback = [(account, record.yaml?["title"]?.source ?? 0..<0)]
        return (places.isEmpty ? fallback : places).map { name, source in
            // Names of accounts are told by their id, which is what `may_name` takes.
            let isAccount = name == account || !name.contains { $0 == " " || $0 == "." }
            let text = isAccount ? "`\(account)`" : "\(name) (`\(account)`)"
            return Diagnostic(
                .namesOtherCustomer, "the text names \(text)", at: record.file.place(source),
                help: "leave the name out, or list the account under `may_name` when they agreed to it")
        }
    }
}

/// Where a file names accounts in what customers get. What is spelled with entities or markup in between is not found.
private func places(in record: RecordFile, _ names: AccountNames, except allowed: Set<String>) -> [AccountNames
    .Occurrence]
{
    let file = record.file
    let keys = [
        "accounts", "may_name", "answers", "supersedes", "industries", "stages", "roles", "kpis", "products", "owner",
    ]
    let internalBlocks = record.document.internalBlocks.map { record.document.nodes[Int($0)] }.filter { $0.file == 0 }
        .map(\.source)
    let hidden =
        keys.compactMap { record.yaml?[$0]?.source } + internalBlocks.map { Int($0.lowerBound)..<Int($0.upperBound) }
    return names.occurrences(in: file.text(0..<file.bytes.count), except: allowed).filter { occurrence in
        !hidden.contains { $0.overlaps(occurrence.range) }
    }
}
