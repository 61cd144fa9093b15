import Testing

@testable import PlaybookDigest

/// The places at which lines of HTML are broken.
@Suite struct HTMLLineTests {
    private static let words = String(repeating: "valve ", count: 20) + "valve"

    @Test func atBlanks() {
        let broken = String(decoding: breakingLines(ofHTML: Array("<p>\(Self.words)</p>\n".utf8)), as: UTF8.self)
        #expect(broken.replacing("\n", with: " ") == "<p>\(Self.words)</p> ")
        #expect(broken.split(separator: "\n").map(\.utf8.count) == [74, 57])
    }

    @Test(arguments: [
        "<pre>\(words)</pre>", "<i\ntitle=\"\(words)\">",
        String(repeating: "漢字 ", count: 30), String(repeating: "  \u{200B} a", count: 3), "short <b>text</b>",
    ])
    func notWhereThatWouldBeSeen(_ html: String) {
        #expect(breakingLines(ofHTML: Array(html.utf8)) == Array(html.utf8))
    }

    @Test func betweenAttributes() {
        let address = String(repeating: "a", count: 60)
        let broken = breakingLines(ofHTML: Array("<a href=\"\(address)\" style=\"color:#000000\">b</a>".utf8))
        #expect(String(decoding: broken, as: UTF8.self) == "<a href=\"\(address)\"\nstyle=\"color:#000000\">b</a>")
    }

    /// A character that takes three columns in quoted-printable counts as three.
    @Test func asTheyAreEncoded() {
        let text = Array(repeating: "aüa", count: 30).joined(separator: " ")
        let lines = breakingLines(ofHTML: Array(text.utf8)).split(separator: 10)
        #expect(lines.allSatisfy { $0.reduce(0) { $0 + ($1 < 0x7F ? 1 : 3) } <= 76 })
    }
}
