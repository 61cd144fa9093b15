import PlaybookCore
import PlaybookModel

/// The ways of writing the names of accounts and of their people.
struct NameForms {
    private let folding: Folding
    private let plainWords = PlainWords.all
    private let titles = Self.titles
    private let legalForms = Self.legalForms
    private(set) var entries: [NameEntry] = []

    init(_ folding: Folding) { self.folding = folding }

    /// Adds a customer: its name, id and people, and the domains that identify it.
    ///
    /// - Parameter otherDomains: domains that do not identify a customer.
    mutating func add(_ account: Account, otherDomains: Set<String>) {
        addCompany(account)
        var seen: Set<String> = []
        var names: Set<String> = []
        for contact in account.contacts {
            // A form that is added twice would be found twice at each place of the name.
            if names.insert(contact.name).inserted { addPerson(contact.name, of: account.id) }
            let address = contact.email.lowercased()
            guard let at = address.lastIndex(of: "@") else { continue }
            let domain = String(address[address.index(after: at)...])
            // At a domain where anybody can have a mailbox, only the whole address identifies somebody.
            let identifying = otherDomains.contains(domain) ? address : domain
            if seen.insert(identifying).inserted { addSpelled(identifying, of: account.id) }
            // A former address may be at another company, so only the whole address identifies them.
            for former in contact.was where seen.insert(former.lowercased()).inserted {
                addSpelled(former.lowercased(), of: account.id)
            }
        }
    }

    /// Adds a name as it is written, with its words separate or joined.
    mutating func addName(_ name: String, of account: String, _ kind: NameForm.Kind) {
        add(NameForm(name, of: account, kind), words(of: name))
    }

    private mutating func addCompany(_ account: Account) {
        let (name, id) = (account.name, account.id)
        var form = NameForm(name, of: id, .account)
        form.isExact = account.commonName
        let words = words(of: name)
        add(form, words)
        let idWords = self.words(of: id)
        if account.commonName {
            // The id is then a plain word too, unless it has more than one word.
            if idWords.count > 1 { add(NameForm(id, of: id, .account), idWords) }
            return
        }
        // A reader does not read a single letter or a short number as a name.
        if idWords.count > 1 || id.count > 5 || (id.count > 1 && !id.allSatisfy(\.isNumber)) {
            add(NameForm(id, of: id, .account), idWords)
        }
        for variant in otherWords(of: name, than: words) { add(form, variant) }
        // Text in brackets or after a dash is usually a place.
        let hasDash = name.utf8.contains(UInt8(ascii: "-"))
        let main = (hasDash ? name.firstRange(of: " - ") : nil).map { String(name[..<$0.lowerBound]) } ?? name
        let short = withoutLegalForm(self.words(of: main.split(separator: "(").first.map(String.init) ?? name))
        if short.count < words.count { addShort(short, form) }
        for label in domainLabels(of: account) {
            let lead = (1..<max(1, short.count)).first { short.prefix($0).joined().map(\.folded) == label }
            if let lead { addShort(Array(short.prefix(lead)), form) }
        }
    }

    /// Adds the short form of a customer's name: several words, or one word that is not a plain word, with a capital.
    private mutating func addShort(_ words: [[FoldedText.Letter]], _ form: NameForm) {
        var form = form
        form.isShort = true
        if words.count == 1 {
            guard words[0].count >= 4, !plainWords.contains(text(of: words[0])) else { return }
            form.needsCapitals = true
        }
        add(form, words)
    }

    /// Adds the ways of writing a person's name: first and last name in both orders, an initial in place of the first
    /// name, and the last name after a form of address. A first or last name alone is too often a plain word, or
    /// somebody else's: `Weber`, `Grace`.
    mutating func addPerson(_ name: String, of account: String) {
        let words = words(of: name)
        for words in [words] + otherWords(of: name, than: words) {
            var words = words
            while let first = words.first, words.count > 1, titles.contains(text(of: first)) {
                words.removeFirst()
            }
            guard words.count > 1, let last = words.last else { continue }
            let (first, surname) = (words[0], Array(words.dropFirst()))
            let form = NameForm(name, of: account, .contact)
            add(form, words)
            if words.count > 2 { add(form, [first, last]) }
            var reversed = form
            reversed.needsCapitals = true
            reversed.parting = .init(letters: surname.joined().count, signs: [",", " "])
            add(reversed, surname + [first])
            guard last.count >= 3, let initial = first.first else { continue }
            var short = form
            short.needsCapitals = true
            short.isForTextOnly = true
            // Vowels and the like are also words: `A Weber grill`.
            let isWord = ["a", "e", "i", "o", "u", "y"].contains(text(of: [initial]))
            short.parting = .init(letters: 1, signs: isWord ? ["."] : [".", " "])
            for surname in surname.count > 1 ? [surname, [last]] : [surname] { add(short, [[initial]] + surname) }
            short.parting = .init(letters: surname.joined().count, signs: [","])
            add(short, surname + [[initial]])
            var titled = form
            titled.needsTitle = true
            titled.isForTextOnly = true
            titled.needsCapitals = surname.count == 1
            for surname in surname.count > 1 ? [surname, [last]] : [surname] { add(titled, surname) }
        }
    }

    /// Adds a domain or an address, which is found only in exactly this spelling.
    mutating func addSpelled(_ address: String, of account: String) {
        var form = NameForm(address, of: account, .domain)
        form.signs = address.unicodeScalars.filter { folding.fold($0) == .sign }
        add(form, words(of: address))
    }

    private mutating func add(_ form: NameForm, _ words: [[FoldedText.Letter]]) {
        if let entry = NameEntry(form, words) { entries.append(entry) }
    }

    private func text(of word: [FoldedText.Letter]) -> String {
        String(String.UnicodeScalarView(word.compactMap { Unicode.Scalar($0.folded) }))
    }

    private func words(of name: String) -> [[FoldedText.Letter]] {
        var words: [[FoldedText.Letter]] = []
        for letter in FoldedText(name, folding).letters {
            if words.isEmpty || (letter.gap.partsWords && letter.gap != .edge) { words.append([]) }
            words[words.count - 1].append(letter)
        }
        return words
    }

    /// The words of other spellings of a name, without those that a text is compared with anyway: most spellings are the same when their letters
    /// are folded.
    private func otherWords(of name: String, than words: [[FoldedText.Letter]]) -> [[[FoldedText.Letter]]] {
        func folded(_ words: [[FoldedText.Letter]]) -> [[UInt32]] { words.map { $0.map(\.folded) } }
        var known = [folded(words)]
        return spellings(of: name).compactMap { spelling in
            let other = self.words(of: spelling)
            let letters = folded(other)
            if known.contains(letters) { return nil }
            known.append(letters)
            return other
        }
    }

    /// Other spellings of the same name: `ae` for `ä`, and other cases, because letters of other alphabets look like
    /// different Latin letters when they are capitals.
    private func spellings(of name: String) -> [String] {
        guard name.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
        let isSameInAnyCase = name.unicodeScalars.allSatisfy(folding.ignoresCase)
        var spellings = isSameInAnyCase ? [] : [name.uppercased(), name.lowercased(), name.capitalised]
        let long = name.reduce(into: "") { $0 += Self.written($1) ?? String($1) }
        if long != name { spellings.append(long) }
        return spellings
    }

    /// The usual replacement for a letter on keyboards that do not have it; nil for other letters.
    private static func written(_ letter: Character) -> String? {
        if letter.isASCII { return nil }
        switch letter {
        case "ä": return "ae"
        case "ö", "ø": return "oe"
        case "ü": return "ue"
        case "å": return "aa"
        case "Ä": return "Ae"
        case "Ö", "Ø": return "Oe"
        case "Ü": return "Ue"
        case "Å": return "Aa"
        default: return nil
        }
    }

    private func withoutLegalForm(_ words: [[FoldedText.Letter]]) -> [[FoldedText.Letter]] {
        var words = words
        while words.count > 1 {
            // `S.A.` counts as two words.
            let single = words.reversed().prefix { $0.count == 1 }.reversed()
            if single.count > 1, single.count < words.count, legalForms.contains(text(of: Array(single.joined()))) {
                words.removeLast(single.count)
            } else if let last = words.last, legalForms.contains(text(of: last)) {
                words.removeLast()
            } else {
                break
            }
        }
        return words
    }

    /// The names in the domains of an account's people, such as `northwind`.
    private func domainLabels(of account: Account) -> Set<[UInt32]> {
        var labels: Set<[UInt32]> = []
        for contact in account.contacts {
            guard let domain = contact.email.split(separator: "@").last else { continue }
            for label in domain.split(separator: ".").dropLast() {
                labels.insert(FoldedText(String(label), folding).letters.map(\.folded))
            }
        }
        return labels
    }

    /// Forms of address that are written before a last name.
    static var titles: Set<String> {
        [
            "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "herr", "herrn", "hr", "frau", "fr",
            "ing",
            "mme", "mlle", "monsieur", "madame", "sr", "sra", "srta", "senor", "senora", "sig", "signor",
            "signora",
            "dhr", "mevr", "mevrouw", "meneer", "fru", "pan", "pani",
        ]
    }

    private static var legalForms: Set<String> {
        [
            "gmbh", "co", "kg", "kgaa", "ag", "ohg", "gbr", "ug", "se", "ev", "inc", "incorporated", "ltd", "limited",
            "llc",
            "llp", "lp", "plc", "corp", "corporation", "company", "group", "gruppe", "holding", "holdings", "sa", "sas",
            "sarl", "srl", "spa", "bv", "nv", "ab", "as", "asa", "aps", "oy", "oyj", "pty", "pte", "spzoo", "kft",
            "doo",
        ]
    }
}

extension String {
    /// The text with a capital at the start of each word and small letters elsewhere.
    fileprivate var capitalised: String {
        split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(separator: " ")
    }
}
