import Foundation

/// A screen colour without transparency.
struct Colour: Sendable {
    /// From 0 to 255.
    let red: Int, green: Int, blue: Int

    /// A colour written `#RRGGBB`; nil for any other text.
    init?(_ text: String) {
        let digits = text.dropFirst()
        guard text.first == "#", digits.count == 6, digits.allSatisfy(\.isHexDigit), let value = Int(digits, radix: 16)
        else { return nil }
        (red, green, blue) = (value >> 16, value >> 8 & 255, value & 255)
    }

    /// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
    func contrast(with other: Colour) -> Double {
        let (one, two) = (luminance, other.luminance)
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The brightness of the colour, from 0 to 1 (WCAG 2.2, "relative luminance").
    private var luminance: Double {
        func linear(_ channel: Int) -> Double {
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// What is wrong with a text as a colour: it is not a colour, or text in it cannot be read on a background (WCAG
    /// 2.2, 1.4.3: at least 4.5 to 1). Nil if nothing is wrong.
    ///
    /// - Parameter grounds: the background colours; empty to check only whether the text is a colour.
    static func problem(with text: String, on grounds: [Colour]) -> (message: String, help: String?)? {
        guard let colour = Colour(text) else { return ("is not a colour: `\(text)`", "write one such as \"#0A5C5D\"") }
        let least = grounds.map(colour.contrast).min() ?? 21
        guard least < 4.5 else { return nil }
        let ratio = (least * 10).rounded(.down) / 10
        return (
            "can hardly be read: \(text) has a contrast of \(ratio) to 1 with the page",
            "text needs 4.5 to 1; take a \(grounds.first.map { $0.luminance > 0.5 } ?? true ? "darker" : "lighter") one"
        )
    }
}
