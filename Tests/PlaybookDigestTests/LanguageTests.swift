import PlaybookCore
import PlaybookDigest
import PlaybookModel
import TestSupport
import Testing

/// Languages of customers for which the messages have no words.
@Suite struct LanguageTests {
    private let files = ["labels.en.yml", "labels.de.yml", "message.html.mustache", "labels.yml"]

    private func found(_ languages: [String], site: String = "en") -> [String] {
        var configuration = Configuration()
        configuration.site.language = site
        let places = languages.map { ($0, Place(file: "accounts/a.yml")) }
        let library = Library(
            configuration: configuration, languages: Dictionary(places) { first, _ in first })
        return checkLanguages(of: library, files: files, in: "email").map { "[\($0.rule.name)] \($0.message)" }
    }

    @Test func aLanguageWithoutWordsIsFound() {
        #expect(
            found(["fr", "de-AT", "en", "he"]) == [
                "[untranslated-message] there is no `labels.fr.yml`, so messages use the words of `en`",
                "[untranslated-message] there is no `labels.he.yml`, so messages use the words of `en`",
            ])
        #expect(
            found(["fr"], site: "de-CH") == [
                "[untranslated-message] there is no `labels.fr.yml`, so messages use the words of `de-CH`"
            ])
        #expect(found(["de", "en-GB"]) == [])
    }
}
