import Foundation

/// Folds letters so that two texts that look the same become the same: case, accents and invisible characters are
/// dropped, and letters of other alphabets become the Latin letters that they look like.
package struct Folding: Sendable {
    /// What a character becomes in a folded text.
    package enum Folded: Sendable, Hashable {
        /// The character is invisible, or is an accent of the letter before it.
        case nothing
        /// Letters and digits, as code points; mostly one.
        case letters([UInt32])
        /// Anything between words: a blank, punctuation, a symbol.
        case sign
    }

    private let lookAlikes = LookAlikes.table

    package init() {}

    /// What a character is folded to.
    package func fold(_ scalar: Unicode.Scalar) -> Folded {
        let value = scalar.value
        if value < 0x80 {
            switch value {
            case 0x41...0x5A: return .letters([value | 0x20])
            case 0x61...0x7A, 0x30...0x39: return .letters([value])
            default: return .sign
            }
        }
        if scalar.properties.isDefaultIgnorableCodePoint { return .nothing }
        // Han, kana and Hangul characters are many, and fold to themselves.
        if (0x4E00...0x9FFF).contains(value) || (0xAC00...0xD7A3).contains(value) { return .letters([value]) }
        // Trade mark signs would decompose into letters and join the word before them.
        if [0x2122, 0x2120, 0xAE, 0xA9].contains(value) { return .sign }
        if let latin = lookAlikes[value] { return .letters(latin) }
        var letters: [UInt32] = []
        var hasSign = false
        for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch part.properties.generalCategory {
            case .nonspacingMark, .enclosingMark: break
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .spacingMark:
                letters += Self.isApostrophe(part) ? [] : self.letters(of: part)
                if Self.isApostrophe(part) { hasSign = true }
            default: hasSign = hasSign || !part.properties.isDefaultIgnorableCodePoint
            }
        }
        return letters.isEmpty ? (hasSign ? .sign : .nothing) : .letters(letters)
    }

    /// True for any kind of apostrophe, such as the one before the `s` of a genitive.
    package static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x02B9, 0x02BB, 0x02BC, 0x02BE, 0x02C8, 0xFF07: true
        default: false
        }
    }

    /// The folded letters of a character that cannot be decomposed.
    private func letters(of scalar: Unicode.Scalar) -> [UInt32] {
        if let latin = lookAlikes[scalar.value] { return latin }
        // Upper case first, so that `ß` becomes `ss` and a final sigma becomes a sigma (Unicode, "full case
        // folding").
        let upper = scalar.properties.uppercaseMapping
        return upper.lowercased().unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }.map(
            \.value)
    }
}
