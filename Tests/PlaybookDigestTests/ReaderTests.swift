import Foundation
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

@testable import PlaybookDigest

/// Python's `email`, GMime and mblaze, from Debian (Makefile).
@Suite("Three mail readers", .enabled(if: MailReaders.areThere))
struct ReaderTests {
    /// Messages whose names, titles and addresses consist of characters that break mail programs.
    @Test func allThreeReadHostileMessagesAlike() async throws {
        var random = Seeded(state: 20_261_124)
        var files: [OutputFile] = []
        let count = Proofs.cases(of: 500, little: 50)
        for number in 0..<count {
            let world = World.rich.with { hostile(&$0, &random) }
            let digests = try await world.digests()
            #expect(digests.diagnostics == [], "message \(number)")
            files += digests.files.filter { $0.path.hasSuffix(".eml") }
                .map { OutputFile(path: "\(number).eml", bytes: $0.bytes) }
        }
        #expect(files.count == count)
        let outcome = try MailReaders.read(files)
        #expect(outcome.code == 0, "\(outcome.errors.prefix(2_000))")
        #expect(outcome.output == "\(count) of \(count)\n")
    }

    /// The comparison can fail: changing one byte in the text that only one reader gets is reported as a difference.
    @Test func aDefectIsSeen() async throws {
        let message = try #require(try await World.rich.digests().files.first { $0.path.hasSuffix(".eml") })
        let text = String(decoding: message.bytes, as: UTF8.self)
        let broken = text.replacing(
            "Content-Type: text/html; charset=utf-8", with: "Content-Type: text/html; charset=utf-16")
        #expect(broken != text)
        let outcome = try MailReaders.read([OutputFile(path: "x.eml", bytes: Array(broken.utf8))])
        #expect(outcome.code == 1)
    }

    private func hostile(_ world: inout World, _ random: inout Seeded) {
        func text() -> String {
            let count = [1, 2, 4, 30].randomElement(using: &random) ?? 1
            let pieces = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
            // Blanks at the ends of a name cannot be distinguished from none.
            let text = pieces.joined(separator: [" ", "", ", "].randomElement(using: &random) ?? "")
            return String(text.prefix(300)).trimmingCharacters(in: .whitespaces)
        }
        world.account.name = text()
        world.account.contacts[0].name = text()
        let local = (0..<Int.random(in: 1...60, using: &random)).map { _ in
            String(Self.local.randomElement(using: &random) ?? "a")
        }
        world.account.contacts[0].email =
            local.joined().replacing("=?", with: "=") + "@"
            + (["northwind.example", "x.y-z.example"].randomElement(using: &random) ?? "")
        world.voices = []
        world.snippet.answers = []
        world.configuration.company?.name = text()
        world.configuration.company?.from.name = text()
        world.snippet.title = text()
        world.snippet.summary = text()
        world.others[0].title = text()
        world.others[0].event?.place = text()
        world.snippet.setBody("\(text())\n\n.\n\nFrom here \(text())\n\n- \(text())\n")
    }

    private static let local = Array("abcXYZ0189!#$%&'*+-/=?^_`{|}~")
    private static let pieces = [
        "Ana", "Müller", "محمد بن سلمان", "משה", "山田太郎", "O'Brien", "\"quoted\"", "a, b; c", "<x@y.example>",
        "(comment)",
        "=?utf-8?B?eA==?=", "=?", "back\\slash", "👩‍👩‍👧‍👦", "e\u{301}", "\u{202E}right", "\u{200F}", "x:y", "@",
        "[!INTERNAL]", "100 %",
        "{{account.name}}", "&amp;", "'", ".", "From", "Maximiliana-Theodora", "日本語のとても長い名前の工場です",
    ]
}

/// Random numbers that are the same on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
