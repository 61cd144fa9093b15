import PlaybookCore
import PlaybookModel

extension Rule {
    /// A language of customers for which the messages have no words.
    static let untranslatedMessage = Rule(
        "untranslated-message",
        "A language of an account for which the messages have no words.",
        severity: .warning, canBeLowered: true,
        why: "Greeting, headings and links are not in the customer's language, but in that of the site or in English.",
        example: "language: fr",
        instead: "language: fr, and site-templates/email/labels.fr.yml")
}

/// The findings about languages that accounts name and for which the messages have no words.
///
/// - Parameters:
///   - files: the names of the files in `site-templates/email/`.
///   - folder: the path of that folder, for the help.
package func checkLanguages(of library: Library, files: [String], in folder: String) -> [Diagnostic] {
    let translated = Set(files.compactMap(labelLanguage))
    return library.languages.sorted { $0.key.precedes($1.key) }.compactMap { language, place in
        guard !translated.contains(language), !translated.contains(baseLanguage(of: language)) else { return nil }
        let site = library.configuration.site.language
        let instead = translated.contains(site) || translated.contains(baseLanguage(of: site)) ? site : "en"
        return Diagnostic(
            .untranslatedMessage, "there is no `labels.\(language).yml`, so messages use the words of `\(instead)`",
            at: place,
            help: "copy \(folder)/labels.en.yml to labels.\(language).yml, and translate it")
    }
}

/// `de` of `labels.de.yml`; nil for any other file.
func labelLanguage(ofFile name: String) -> String? {
    guard name.hasPrefix("labels."), name.hasSuffix(".yml") else { return nil }
    return String(name.dropFirst("labels.".count).dropLast(".yml".count))
}

/// `de` of `de-AT`.
func baseLanguage(of tag: String) -> String { tag.split(separator: "-").first.map(String.init) ?? tag }
