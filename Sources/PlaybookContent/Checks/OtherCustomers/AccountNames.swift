import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// Finds words in texts that identify a customer to a reader: names and ids of accounts, names of their people, and
/// their mail domains. It is built once for all accounts, so that the time of a search depends on the length of the
/// text and not on the number of accounts.
struct AccountNames: Sendable {
    struct Occurrence: Sendable, Hashable {
        var account: String
        /// The name, as messages show it.
        var name: String
        /// Where it is: ranges of bytes in pieces of the text, in the order of the pieces.
        var parts: [Part]
        /// True for an account's name of one word, which may also be a plain word.
        var isPlainWord: Bool
        /// True if `common_name` says that it is also a plain word.
        var isCommon: Bool
    }

    /// A range of bytes in one piece of a text.
    struct Part: Sendable, Hashable {
        var piece: Int
        var bytes: Range<Int>
    }

    let folding = Folding()
    /// The accounts, by id.
    let accounts: [String: Account]
    private let tree: NameTree

    /// Stands in place of an account id for names that belong to no customer: names of the company and its people, and
    /// names of its products.
    private static let own = (company: "", products: " ")

    init(_ accounts: [Account], _ configuration: Configuration) async {
        self.accounts = Dictionary(accounts.map { ($0.id, $0) }) { first, _ in first }
        let domains = Self.publicDomains.union(configuration.ownDomains)
        var tree = NameTree()
        let empty = NameForms(folding)
        // The accounts are taken in parts, because the ways of writing all their names would take much memory at once. While the names of a part
        // are put into the tree, other cores work on the next part.
        var ready: [[NameEntry]] = []
        for start in stride(from: 0, to: accounts.count, by: 256) {
            let part = Array(accounts[start..<min(start + 256, accounts.count)])
            async let entries = part.concurrentMap { account in
                var forms = empty
                forms.add(account, otherDomains: domains)
                return forms.entries
            }
            for list in ready { for entry in list { tree.add(entry) } }
            ready = await entries
        }
        for list in ready { for entry in list { tree.add(entry) } }
        var forms = empty
        for person in configuration.people.values { forms.addPerson(person.name, of: Self.own.company) }
        for name in [configuration.company?.name, configuration.company?.from.name].compactMap(\.self) {
            forms.addName(name, of: Self.own.company, .account)
        }
        for domain in configuration.ownDomains.sortedByBytes() { forms.addSpelled(domain, of: Self.own.company) }
        for product in configuration.products.ids {
            forms.addName(configuration.products.title(product), of: Self.own.products, .account)
        }
        for entry in forms.entries { tree.add(entry) }
        self.tree = tree
    }

    /// Domains where anybody can have a mailbox. They identify no customer.
    private static var publicDomains: Set<String> {
        [
            "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com",
            "aol.com",
            "gmx.de", "gmx.net", "gmx.at", "web.de", "t-online.de", "freenet.de", "proton.me", "protonmail.com",
        ]
    }

    /// The occurrences, in a passage, of accounts that it may not name.
    ///
    /// - Parameters:
    ///   - allowed: ids of accounts that may be named. A part of their names, such as `Contoso` in `Contoso Motors`,
    ///     names nobody else.
    ///   - products: true if names of products count as the company's own; false for the list of products itself.
    ///   - kinds: what to search for.
    func occurrences(
        in passage: Passage, except allowed: Set<String>, products: Bool = true,
        of kinds: Set<NameForm.Kind> = [.account, .contact, .domain]
    ) -> [Occurrence] {
        let allowed = allowed.union([Self.own.company, Self.own.products])
        var found: [Occurrence] = []
        var seen: Set<Occurrence> = []
        for text in passage.readings(folding) {
            let matches = tree.matches(of: kinds, in: text, isAddress: passage.isAddress).filter {
                products || tree.forms[$0.form].account != Self.own.products
            }
            for match in unexcused(matches, except: allowed) {
                let form = tree.forms[match.form]
                let occurrence = Occurrence(
                    account: form.account, name: form.name, parts: Self.parts(of: text.letters[match.letters]),
                    isPlainWord: form.kind == .account && form.wordCount == 1 && !form.isExact, isCommon: form.isExact)
                if seen.insert(occurrence).inserted { found.append(occurrence) }
            }
        }
        return found
    }

    /// The matches of customers who may not be named. If two customers have people with the same name and one of them
    /// may be named, the place is allowed. A longer name takes precedence over a shorter one inside it.
    private func unexcused(_ matches: [NameTree.Match], except allowed: Set<String>) -> [NameTree.Match] {
        let sorted = matches.sorted {
            ($0.letters.lowerBound, $1.letters.upperBound, $0.form) < (
                $1.letters.lowerBound, $0.letters.upperBound, $1.form
            )
        }
        // Names are short, so only neighbours of a match can contain it.
        let longest = sorted.lazy.map(\.letters.count).max() ?? 0
        return sorted.indices.filter { index in
            let match = sorted[index]
            let account = tree.forms[match.form].account
            if allowed.contains(account) { return false }
            let before = sorted[..<index].reversed().prefix {
                $0.letters.lowerBound + longest >= match.letters.upperBound
            }
            let after = sorted[(index + 1)...].prefix { $0.letters.lowerBound == match.letters.lowerBound }
            func excuses(_ other: NameTree.Match, isBefore: Bool) -> Bool {
                guard other.letters.upperBound >= match.letters.upperBound else { return false }
                let form = tree.forms[other.form]
                if other.letters.count > match.letters.count { return true }
                // A short form of one customer's name can be the whole name of another.
                if allowed.contains(form.account) { return !form.isShort || tree.forms[match.form].isShort }
                return form.account == account && isBefore
            }
            return !before.contains { excuses($0, isBefore: true) } && !after.contains { excuses($0, isBefore: false) }
        }.map { sorted[$0] }
    }

    private static func parts(of letters: ArraySlice<FoldedText.Letter>) -> [Part] {
        var parts: [Part] = []
        for letter in letters {
            let bytes = Int(letter.bytes.lowerBound)..<Int(letter.bytes.upperBound)
            if let index = parts.firstIndex(where: { $0.piece == Int(letter.piece) }) {
                let known = parts[index].bytes
                parts[index].bytes =
                    min(known.lowerBound, bytes.lowerBound)..<max(known.upperBound, bytes.upperBound)
            } else {
                parts.append(Part(piece: Int(letter.piece), bytes: bytes))
            }
        }
        return parts.sorted { $0.piece < $1.piece }
    }
}
