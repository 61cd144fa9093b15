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

    private let lookAlikes: [UInt32: [UInt32]]
    /// What the characters of `tabled` fold to, which are the letters with accents that names have. To decompose one takes much longer than to
    /// look it up.
    private let latin: [Folded]
    /// Of the same characters, whether they fold to the same whatever their case.
    private let ignoringCase: [Bool]

    package init() {
        let lookAlikes = LookAlikes.table
        let scalars = Self.tabled.compactMap { Unicode.Scalar($0) }
        self.lookAlikes = lookAlikes
        latin = scalars.map { Self.folded($0, lookAlikes) }
        ignoringCase = scalars.map { scalar in
            let own = Self.letters(ofFolded: String(scalar), lookAlikes)
            return [scalar.properties.uppercaseMapping, scalar.properties.lowercaseMapping].allSatisfy { other in
                other == String(scalar) || own?.isEmpty == false && Self.letters(ofFolded: other, lookAlikes) == own
            }
        }
    }

    /// True for ASCII, and for those of `tabled` that fold to the same whatever their case, as nearly all do.
    package func ignoresCase(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return true }
        return scalar.value <= Self.tabled.upperBound && ignoringCase[Int(scalar.value - Self.tabled.lowerBound)]
    }

    /// The letters that a text folds to; nil where it has a sign.
    private static func letters(ofFolded text: String, _ lookAlikes: [UInt32: [UInt32]]) -> [UInt32]? {
        var letters: [UInt32] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                guard UInt8(ascii: scalar).isASCIILetterOrDigit else { return nil }
                letters.append(scalar.properties.isUppercase ? scalar.value | 0x20 : scalar.value)
                continue
            }
            switch folded(scalar, lookAlikes) {
            case .nothing: break
            case .sign: return nil
            case .letters(let more): letters += more
            }
        }
        return letters
    }

    /// The characters from U+0080 to U+024F, which are folded without any search.
    package static var tabled: ClosedRange<UInt32> { 0x80...0x24F }

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
        if value <= Self.tabled.upperBound { return latin[Int(value - Self.tabled.lowerBound)] }
        return Self.folded(scalar, lookAlikes)
    }

    /// What a character that is not ASCII folds to.
    private static func folded(_ scalar: Unicode.Scalar, _ lookAlikes: [UInt32: [UInt32]]) -> Folded {
        let value = scalar.value
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
                letters += isApostrophe(part) ? [] : Self.letters(of: part, lookAlikes)
                if isApostrophe(part) { hasSign = true }
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
    private static func letters(of scalar: Unicode.Scalar, _ lookAlikes: [UInt32: [UInt32]]) -> [UInt32] {
        if let latin = lookAlikes[scalar.value] { return latin }
        // Upper case first, so that `ß` becomes `ss` and a final sigma becomes a sigma (Unicode, "full case
        // folding").
        let upper = scalar.properties.uppercaseMapping
        return upper.lowercased().unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }.map(
            \.value)
    }
}
