import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

/// Alerts in messages have titles in the reader's language, in both parts, with merge fields and without.
@Suite struct AlertTests {
    private static let titles = [
        "en": ["Note", "Tip", "Important", "Warning", "Caution"],
        "de": ["Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"],
    ]

    @Test(arguments: ["en", "de"], ["", " {{account.name}}"])
    func titlesAreInTheLanguageOfTheMessage(_ language: String, _ field: String) async throws {
        let alerts = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]
        let markdown = alerts.map { "> [!\($0)]\n> Some text\(field).\n" }.joined(separator: "\n")
        let world = World.rich.with {
            $0.account.language = language
            $0.snippet.setBody(markdown)
        }
        let mail = try await world.read()
        for title in try #require(Self.titles[language]) {
            #expect(mail.html.contains("\(title)</strong>"), "\(title)")
            #expect(mail.text.contains("\n\(title.uppercased())\n"), "\(title)")
        }
    }

    /// Two accounts with different languages get the same snippet.
    @Test func noMessageHasTheTitlesOfAnother() async throws {
        let world = World.rich.with { $0.snippet.setBody("> [!WARNING]\n> Some text.\n") }
        var texts: [String] = []
        for language in ["en", "de", "en"] {
            texts.append(try await world.with { $0.account.language = language }.read().text)
        }
        #expect(texts[0].contains("\nWARNING\n") && texts[1].contains("\nWARNUNG\n") && texts[0] == texts[2])
    }
}
