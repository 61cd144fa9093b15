import Testing

@testable import PlaybookMail

/// The first word of a field is on the line of its name, however long the word is.
@Suite struct FoldingTests {
    @Test(arguments: [10, 60, 70, 90, 800])
    func theFirstTokenStandsOnTheLineOfTheName(_ length: Int) throws {
        let token = String(repeating: "x", count: length)
        let text = try HeaderField("Message-ID", tokens: [token, "y"]).line
        #expect(text.hasPrefix("Message-ID: x") && text.hasSuffix("y\r\n"))
        #expect(text.contains("\r\n y") == (length >= 65))
    }
}

extension HeaderField {
    /// The field as it is written.
    var line: String {
        var output: [UInt8] = []
        write(to: &output)
        return String(decoding: output, as: UTF8.self)
    }
}
