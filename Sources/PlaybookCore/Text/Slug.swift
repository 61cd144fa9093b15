/// The id of a heading with this text, as the large code hosts make it: lower case, letters, marks, digits, connectors
/// and hyphens kept in any script, spaces turned into hyphens, everything else dropped.
public func slug(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
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

/// Makes repeated slugs unique by numbering them: `notes`, `notes-1`, `notes-2`.
public struct SlugCounter: Sendable {
    private var uses: [String: Int] = [:]

    public init() {}

    public mutating func unique(_ slug: String) -> String {
        var candidate = slug
        while uses[candidate] != nil {
            uses[slug, default: 0] += 1
            candidate = "\(slug)-\(uses[slug, default: 0])"
        }
        uses[candidate] = 0
        return candidate
    }
}
