import PlaybookCore
import PlaybookModel

extension Rule {
    static let fillerPhrase = Rule(
        "filler-phrase",
        "A phrase that says nothing, such as “just checking in”.",
        severity: .warning, canBeLowered: true,
        why:
            "Mail without substance makes a supplier interchangeable. Add or allow phrases under `customer_text:` in playbook.yml.",
        example: "Just checking in to see how the line runs.",
        instead: "Your line ran 81.4 % OEE in October, 3.6 points below your target.")
}

/// Phrases that say nothing, in English and German. `customer_text:` in playbook.yml can add phrases and allow some of
/// these.
struct FillerPhrases: Sendable {
    private let index: PhraseIndex

    init(_ rules: CustomerTextRules) {
        let allowed = Set(rules.allowedPhrases.map(PhraseIndex.words))
        let phrases = Self.english + Self.german + rules.fillerPhrases
        index = PhraseIndex(phrases.filter { !allowed.contains(PhraseIndex.words(of: $0)) })
    }

    func findings(in words: [CustomerText.Word]) -> [TextFinding] {
        index.occurrences(in: words).map { range in
            let phrase = words[range].map(\.text).joined(separator: " ")
            return TextFinding(
                rule: .fillerPhrase, message: "“\(phrase)” says nothing", spot: words.spot(of: range),
                help: "say what is in it for the reader")
        }
    }

    private static var english: [String] {
        [
            "just checking in", "checking in with you", "checking in on you", "wanted to check in", "touch base",
            "touching base", "hope this finds you well", "hope this email finds you well",
            "hope this message finds you well", "hope you are well", "hope you're well", "hope you are doing well",
            "hope all is well", "following up", "just wanted to", "circle back", "circling back", "reaching out",
            "reach out to you", "just a quick note", "quick reminder", "friendly reminder", "gentle reminder",
            "keeping in touch", "keep in touch", "stay in touch", "at your earliest convenience", "don't hesitate to",
            "do not hesitate to", "feel free to", "as per my last", "per my last email", "we are excited to",
            "we're excited to", "we are thrilled to", "we are delighted to", "we are happy to announce",
            "we are pleased to announce", "we are proud to", "valued customer", "valued partner",
            "your trusted partner", "thank you for your continued", "we value your feedback", "your opinion matters",
            "in today's fast-paced world", "now more than ever", "it goes without saying", "needless to say",
            "game changer", "game-changing", "best in class", "world-class", "cutting-edge", "next level",
            "low-hanging fruit", "win-win", "one-stop shop",
        ]
    }

    private static var german: [String] {
        [
            "nur kurz melden", "wollte mich nur", "wollte nur kurz", "wollten nur kurz", "nur mal nachfragen",
            "kurz nachhaken", "nachhaken", "mal wieder melden", "mal wieder von uns hören",
            "ich hoffe, es geht Ihnen gut", "wir hoffen, es geht Ihnen gut", "hoffe, es geht Ihnen gut",
            "erreicht Sie wohlauf", "erreicht Sie wohlbehalten", "in Kontakt bleiben", "in Verbindung bleiben",
            "freundliche Erinnerung", "kleine Erinnerung", "zögern Sie nicht", "stehen wir Ihnen gerne zur Verfügung",
            "stehen wir Ihnen jederzeit zur Verfügung", "stehen Ihnen gerne zur Verfügung",
            "stehen Ihnen jederzeit gerne zur Verfügung", "für Rückfragen stehen", "melden Sie sich gerne jederzeit",
            "wir freuen uns, Ihnen mitteilen zu können", "wir freuen uns, bekannt zu geben", "wir sind stolz",
            "voller Stolz", "geschätzter Kunde", "geschätzte Kunden", "Ihre Meinung ist uns wichtig",
            "Ihr zuverlässiger Partner", "Ihr starker Partner", "alles aus einer Hand", "auf das nächste Level",
            "aus gegebenem Anlass", "in der heutigen schnelllebigen Zeit",
        ]
    }
}
