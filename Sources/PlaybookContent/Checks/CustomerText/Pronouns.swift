/// Words for the writer's side and words for the reader, in English and German.
enum Pronouns {
    static func isFirstPerson(_ word: String) -> Bool {
        // US is a country, and IT is a department.
        if word == "US" { return false }
        switch word.lowercased() {
        case "we", "us", "our", "ours", "ourselves", "wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer",
            "unseres":
            return true
        default: return false
        }
    }

    static func isSecondPerson(_ word: String) -> Bool {
        // In German the formal “Sie” and “Ihr” differ from “sie” and “ihr” only by the capital letter.
        switch word {
        case "Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres": return true
        default: break
        }
        switch word.lowercased() {
        case "you", "your", "yours", "yourself", "yourselves", "du", "dich", "dir", "dein", "deine", "deinen", "deinem",
            "deiner", "deines", "euch", "euer", "eure", "euren", "eurem", "eurer", "eures":
            return true
        default: return false
        }
    }
}
