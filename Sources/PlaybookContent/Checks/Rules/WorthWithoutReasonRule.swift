import PlaybookCore
import PlaybookModel

extension Rule {
    static let worthWithoutReason = Rule(
        "worth-without-reason",
        "A snippet with `worth` whose text does not name the date, the rule or the danger.",
        severity: .warning, canBeLowered: true,
        why:
            "Such a snippet counts without a KPI because of a date, an obligation or a danger, and readers must learn which.",
        example: """
            title: Certificates of the gateway run out soon
            worth: date
            """,
        instead: """
            title: Certificates of the gateway run out on 31 March 2027
            worth: date
            """)
}

/// The finding that the text of a snippet does not name the reason why it is worth reading; nil if it does.
func checkWorth(_ worth: Snippet.Worth, isNamedIn words: [CustomerText.Word], at place: Place) -> Diagnostic? {
    guard !worth.isNamed(in: words) else { return nil }
    return Diagnostic(.worthWithoutReason, "the text does not name \(worth.reason)", at: place, help: worth.help)
}

/// What the text of a snippet with `worth` must name, in English or German. Words are a sign and not a proof, so the rule can only warn.
extension Snippet.Worth {
    /// What the text should name, as part of a message.
    fileprivate var reason: String {
        switch self {
        case .date: "a date"
        case .duty: "a rule"
        case .safety: "a danger"
        }
    }

    fileprivate var help: String {
        switch self {
        case .date: "say by which day or month: “by 31 March 2027”"
        case .duty: "say who asks for it: the law, the standard, the audit, and what readers must do"
        case .safety: "say what can happen: “a burnt hand”, “a fire in the cabinet”"
        }
    }

    /// True if the words name it.
    fileprivate func isNamed(in words: [CustomerText.Word]) -> Bool {
        switch self {
        case .date: words.indices.contains { isDate(at: $0, of: words) }
        case .duty: words.contains { Self.startsWith(Self.duties, $0.folded) || Self.rules.contains($0.folded) }
        case .safety: words.contains { Self.startsWith(Self.dangers, $0.folded) }
        }
    }

    private static func startsWith(_ starts: [String], _ word: String) -> Bool {
        starts.contains { word.hasPrefix($0) }
    }

    /// Starts of words about obligations.
    private static let duties = [
        "requir", "mandat", "oblig", "regulat", "directive", "standard", "statut", "complian", "legal", "prohibit",
        "forbid", "audit", "authorit", "inspect", "certif", "pflicht", "verpflicht", "vorschrift", "vorgeschrieben",
        "gesetz", "verordnung", "richtlinie", "norm", "behörd", "verboten", "auflage", "prüfpflicht", "zertifi",
    ]

    /// Whole words about obligations.
    private static let rules: Set<String> = [
        "must", "law", "laws", "act", "permit", "licence", "license", "iso", "iec", "din", "nis2", "gmp", "haccp",
        "atex",
        "osha", "muss", "müssen", "prüfung", "zulassung",
    ]

    /// Starts of words about dangers.
    private static let dangers = [
        "danger", "hazard", "injur", "unsafe", "fire", "burn", "smoke", "explo", "shock", "electrocut", "crush",
        "toxic",
        "poison", "accident", "harm", "hurt", "death", "fatal", "kill", "overheat", "scald", "entangl", "amputat",
        "contaminat", "allergen", "gefahr", "gefähr", "verletz", "brand", "brenn", "feuer", "rauch", "stromschlag",
        "quetsch", "unfall", "unfäll", "vergift", "giftig", "tödlich", "überhitz", "verbrenn", "verbrüh", "kontamin",
    ]

    private static let months: Set<String> = [
        "january", "february", "april", "june", "july", "august", "september", "october", "november", "december",
        "januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember",
    ]

    /// Names of months that count only beside a number, because they are other words too, or parts of them.
    private static let monthsByNumber: Set<String> = [
        "may", "march", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov", "dec",
        "dez",
    ]

    private func isDate(at index: Int, of words: [CustomerText.Word]) -> Bool {
        let word = words[index].folded
        if Self.months.contains(word) { return true }
        func number(_ distance: Int) -> Int? {
            guard words.indices.contains(index + distance) else { return nil }
            return Int(words[index + distance].text.prefix { $0.isNumber })
        }
        if Self.monthsByNumber.contains(word) { return number(-1) != nil || number(1) != nil }
        // Dates such as 2027-03-31, 31.3.2027 and 3/31/2027.
        guard let one = number(0), let two = number(1), let three = number(2) else { return false }
        let isYearFirst = (2000...2199).contains(one) && (1...12).contains(two) && (1...31).contains(three)
        let isYearLast =
            (2000...2199).contains(three) && (1...31).contains(one) && (1...31).contains(two) && min(one, two) <= 12
        return isYearFirst || isYearLast
    }
}
