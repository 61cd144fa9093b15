import PlaybookContent
import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("The words of messages, by language")
struct LabelTests {
    @Test func aGermanAccountGetsAGermanMessage() async throws {
        let mail = try await World.rich.with {
            $0.account.language = "de-AT"
            var titles = Configuration.Titles()
            titles.roles = ["maintenance": "Instandhaltung", "operator": "Bedienung"]
            titles.kpiTitles = ["downtime": "Ungeplanter Stillstand"]
            titles.kpiUnits = ["downtime": "h/Monat"]
            $0.configuration.titles = ["de": titles]
        }.read()
        #expect(mail.header("Content-Language") == "de-AT")
        #expect(
            mail.header("Subject") == "Northwind Foods, November: Nine days' warning on bearing failures, und 2 mehr")
        for expected in [
            "<html lang=\"de-AT\"",
            "[Ungeplanter Stillstand, Oktober 2026|9,1 h/Monat|1,2 h/Monat besser als im September|Ziel 6 h/Monat|"
                + "nicht im Ziel|█▄▁]",
            "<i>Danach haben Sie am 12. Oktober 2026 gefragt</i>",
            "<i>Instandhaltung: Ungeplanter Stillstand liegt 3,1 h/Monat über Ihrem Ziel</i>",
            "Instandhaltung und Bedienung. Helios Controls schreibt höchstens einmal im Monat",
        ] {
            #expect(mail.html.contains(expected), "\(expected) in \(mail.html)")
        }
    }

    @Test func aLanguageWithoutWordsGetsTheSitesThenEnglish() async throws {
        let templates = try smallTemplates()
        #expect(templates.labels(for: "fr", else: "de").language == "de")
        #expect(templates.labels(for: "fr", else: "fi").language == "en")
        #expect(templates.labels(for: "de-CH", else: "en").language == "de")
    }

    @Test func mistakesAreFoundInOneGo() throws {
        let text = String(decoding: try labelFile("en").bytes, as: UTF8.self)
            .replacing("and: and", with: "ant: and").replacing("target {{target}}", with: "target {{aim}}")
            .replacing("[January, ", with: "[")
        let shape = Labels.read(
            SourceFile(path: "labels.en.yml", name: "labels.en.yml", bytes: Array(text.utf8)), words: WordFile.read)
        #expect(shape.labels == nil)
        #expect(shape.diagnostics.map(\.message) == ["unknown key `ant`"])
        let rest = text.replacing("ant: and", with: "and: and")
        let filled = Labels.read(
            SourceFile(path: "labels.en.yml", name: "labels.en.yml", bytes: Array(rest.utf8)), words: WordFile.read)
        #expect(filled.labels == nil)
        #expect(
            filled.diagnostics.map(\.message) == ["a year has twelve months", "`target` has no value `aim`"])
        #expect(filled.diagnostics.allSatisfy { $0.rule == .invalidLabel })
        #expect(filled.diagnostics.map { $0.place.range?.lowerBound.line } == [6, 30])
    }
}
