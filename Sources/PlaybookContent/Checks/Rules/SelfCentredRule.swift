import PlaybookCore

extension Rule {
    static let selfCentred = Rule(
        "self-centred",
        "A text that says “we” and “our” more often than “you” and “your”.",
        severity: .warning, canBeLowered: true,
        why: "Customers care about their own operation, and not about what the supplier is proud of.",
        example: "We have released our new firmware. We are proud of our team.",
        instead: "You keep seven days of data when your network is down. The firmware takes you 20 minutes.")
}

/// The finding that some words speak more of the writer than of the reader; nil if they do not.
func checkPronouns(_ words: [CustomerText.Word], at place: Place) -> Diagnostic? {
    let ours = words.count(where: Pronouns.isFirstPerson)
    let yours = words.count(where: Pronouns.isSecondPerson)
    guard ours > yours else { return nil }
    func times(_ count: Int) -> String { count == 0 ? "never" : count == 1 ? "once" : "\(count) times" }
    return Diagnostic(
        .selfCentred, "it mentions the company \(times(ours)) and the reader \(times(yours))", at: place,
        help: "say what changes for the reader: “you”, “your line”")
}

/// Words for the writer's side and words for the reader, in English and German.
enum Pronouns {
    static func isFirstPerson(_ word: CustomerText.Word) -> Bool {
        // US is a country, and IT is a department.
        // Most words start with another letter, and are compared with nothing else.
        guard let first = word.folded.utf8.first, "wou".utf8.contains(first), word.text != "US" else { return false }
        switch word.folded {
        case "we", "us", "our", "ours", "ourselves", "wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer",
            "unseres":
            return true
        default: return false
        }
    }

    static func isSecondPerson(_ word: CustomerText.Word) -> Bool {
        // In German the formal “Sie” and “Ihr” differ from “sie” and “ihr” only by the capital letter.
        guard let first = word.folded.utf8.first, "sidye".utf8.contains(first) else { return false }
        switch word.text {
        case "Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres": return true
        default: break
        }
        switch word.folded {
        case "you", "your", "yours", "yourself", "yourselves", "du", "dich", "dir", "dein", "deine", "deinen", "deinem",
            "deiner", "deines", "euch", "euer", "eure", "euren", "eurem", "eurer", "eures":
            return true
        default: return false
        }
    }
}
