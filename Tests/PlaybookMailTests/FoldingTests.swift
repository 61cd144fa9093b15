import Testing

@testable import PlaybookMail

/// The line of a field's name has its first word, however long that is.
@Suite struct FoldingTests {
    @Test(arguments: [10, 60, 70, 90, 800])
    func theFirstTokenStandsOnTheLineOfTheName(_ length: Int) throws {
        let token = String(repeating: "x", count: length)
        let text = String(decoding: try HeaderField("Message-ID", tokens: [token, "y"]).bytes, as: UTF8.self)
        #expect(text.hasPrefix("Message-ID: x") && text.hasSuffix("y\r\n"))
        #expect(text.contains("\r\n y") == (length >= 65))
    }
}
