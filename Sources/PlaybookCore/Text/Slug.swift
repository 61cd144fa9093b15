/// The id of a heading with this text, made in the same way as on the large code hosts: lower case; letters, marks,
/// digits, connectors and hyphens of any script are kept; spaces become hyphens; everything else is dropped. Unlike
/// there, marks that only choose between pictures are dropped too, such as the marks after an emoji or in a keycap,
/// because nobody could type an invisible mark.
package func slug(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiSlug(text) }
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where !scalar.choosesPicture {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
            result.append(scalar)
        default:
            if scalar == " " || scalar == "-" { result.append("-") }
        }
    }
    return String(result)
}

extension String {
    /// The id of a heading without the marks that `slug` drops, for links that contain them.
    package var withoutPictureMarks: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        return String(UnicodeScalarView(unicodeScalars.filter { !$0.choosesPicture }))
    }
}

extension Unicode.Scalar {
    fileprivate var choosesPicture: Bool { isVariationSelector || value == 0x20E3 }
}

/// `slug` for ASCII texts, without Unicode's tables. Most headings are ASCII.
private func asciiSlug(_ text: String) -> String {
    let bytes = text.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: " "): UInt8(ascii: "-")
        default: nil
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Numbers repeated slugs to make them unique: `notes`, `notes-1`, `notes-2`.
package struct SlugCounter: Sendable {
    private var uses: [String: Int] = [:]

    package init() {}

    /// The slug, with a number if it was returned before: `notes`, then `notes-1`.
    package mutating func unique(_ slug: String) -> String {
        var candidate = slug
        while uses[candidate] != nil {
            uses[slug, default: 0] += 1
            candidate = "\(slug)-\(uses[slug, default: 0])"
        }
        uses[candidate] = 0
        return candidate
    }
}
