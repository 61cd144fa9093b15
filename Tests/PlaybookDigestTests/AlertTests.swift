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
        let digests = try await world.digests()
        let html = try #require(digests.files.first { $0.path.hasSuffix(".html") })
        let text = try #require(digests.files.first { $0.path.hasSuffix(".txt") })
        for title in try #require(Self.titles[language]) {
            #expect(String(decoding: html.bytes, as: UTF8.self).contains("\(title)</strong>"), "\(title)")
            #expect(String(decoding: text.bytes, as: UTF8.self).contains("\n\(title.uppercased())\n"), "\(title)")
        }
    }

    /// Two accounts of two languages get the same snippet.
    @Test func noMessageHasTheTitlesOfAnother() async throws {
        let world = World.rich.with { $0.snippet.setBody("> [!WARNING]\n> Some text.\n") }
        var texts: [String] = []
        for language in ["en", "de", "en"] {
            let digests = try await world.with { $0.account.language = language }.digests()
            texts.append(
                String(decoding: try #require(digests.files.first { $0.path.hasSuffix(".txt") }).bytes, as: UTF8.self))
        }
        #expect(texts[0].contains("\nWARNING\n") && texts[1].contains("\nWARNUNG\n") && texts[0] == texts[2])
    }
}
