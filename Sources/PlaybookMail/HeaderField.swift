import PlaybookCore

/// One header field, made of tokens between which lines may be broken (RFC 5322, section 2.2.3).
package struct HeaderField: Sendable, Hashable {
    package let name: String
    package let tokens: [String]

    /// A field whose value is written unchanged. Its tokens must be printable ASCII without blanks around them.
    package init(_ name: String, tokens: [String]) throws(HeaderProblem) {
        for token in tokens {
            guard token.isPrintableASCII else {
                if hasLineBreak(token) { throw .lineBreak(in: name) }
                throw .invalid(token, in: name, expected: "it takes printable ASCII only")
            }
            // A line must not be longer than 998, and a token cannot be folded (RFC 5322, section 2.1.1).
            if token.utf8.count > 900 {
                throw .invalid(token, in: name, expected: "a line of mail is at most 998 long")
            }
        }
        self.name = name
        self.tokens = tokens
    }

    /// A field with a text for people, such as a subject. Text that is not plain ASCII becomes encoded words (RFC 2047).
    package init(_ name: String, text: String) throws(HeaderProblem) {
        if hasLineBreak(text) { throw .lineBreak(in: name) }
        guard text.isPrintableASCII, !text.mayHaveEncodedWord else {
            try self.init(name, tokens: encodedWords(text))
            return
        }
        let tokens = text.pieces(between: " ", omittingEmpty: false)
        let isPlain = tokens.allSatisfy { !$0.isEmpty && $0.utf8.count <= 60 }
        try self.init(name, tokens: isPlain ? tokens : encodedWords(text))
    }

    /// Writes the field with its line ending. Lines have at most 78 characters, unless a token is longer. The first token is always on the line
    /// of the name, because some programs read a name with nothing after it as an empty field.
    func write(to output: inout [UInt8]) {
        output.append(contentsOf: name.utf8)
        output.append(UInt8(ascii: ":"))
        var column = name.utf8.count + 1
        for (index, token) in tokens.enumerated() {
            if index > 0, column + 1 + token.utf8.count > 78 {
                output.append(.carriageReturn)
                output.append(.lineFeed)
                column = 0
            }
            output.append(.space)
            output.append(contentsOf: token.utf8)
            column += 1 + token.utf8.count
        }
        output.append(.carriageReturn)
        output.append(.lineFeed)
    }
}

/// True if a text has a character that some program reads as the end of a line.
func hasLineBreak(_ text: String) -> Bool {
    // Most texts are ASCII: only what is not is looked at as characters.
    if text.isPrintableASCII { return false }
    return text.unicodeScalars.contains { scalar in
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}

extension String {
    /// True for ASCII without control characters.
    var isPrintableASCII: Bool { utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

    /// True for a text in which some mail programs see the start of an encoded word.
    var mayHaveEncodedWord: Bool {
        var text = self
        return text.withUTF8 { $0.contains("=", before: "?") }
    }
}
