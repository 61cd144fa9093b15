extension Unicode.Scalar {
    /// True for a character that cannot be seen, or cannot be distinguished from a plain blank: Unicode's default
    /// ignorable code points, format characters, and all blanks except U+0020. ASCII control characters do not count:
    /// the code that prints the text handles them.
    package var isInvisible: Bool {
        if value < 0x80 { return false }
        if properties.isDefaultIgnorableCodePoint { return true }
        switch properties.generalCategory {
        case .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// True for a variation selector, which chooses between two pictures of the character before it: the text form
    /// and the emoji of a cogwheel, for example.
    var isVariationSelector: Bool { (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value) }
}

extension String {
    /// True if the text has an invisible character that no script or emoji needs there.
    package var hasInvisibleCharacters: Bool {
        var found = false
        forEachInvisible { _ in
            found = true
        } visible: { _ in
        }
        return found
    }

    /// The text with each such character replaced by its code point, such as `<U+200B>`.
    package var showingInvisibleCharacters: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var result = UnicodeScalarView()
        forEachInvisible {
            result.append(contentsOf: "<\($0.codePoint)>".unicodeScalars)
        } visible: {
            result.append($0)
        }
        return String(result)
    }

    private func forEachInvisible(
        _ invisible: (Unicode.Scalar) -> Void, visible: (Unicode.Scalar) -> Void
    ) {
        var before: Unicode.Scalar?
        for scalar in unicodeScalars {
            if scalar.isInvisible, !scalar.isNeeded(after: before) {
                invisible(scalar)
            } else {
                visible(scalar)
            }
            before = scalar
        }
    }
}

extension Unicode.Scalar {
    /// The code point as it is named, such as `U+00A0`.
    package var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// True if an invisible character belongs to the character before it: U+200D and variation selectors in emoji,
    /// U+200C and U+200D in scripts that join letters.
    fileprivate func isNeeded(after before: Unicode.Scalar?) -> Bool {
        guard let before, before.value >= 0x80 else { return false }
        let isJoiner = value == 0x200C || value == 0x200D
        let isPicture = before.properties.isEmoji || before.isVariationSelector
        if isPicture { return isVariationSelector || value == 0x200D }
        return isJoiner && (before.properties.isAlphabetic || before.properties.generalCategory == .nonspacingMark)
    }
}
