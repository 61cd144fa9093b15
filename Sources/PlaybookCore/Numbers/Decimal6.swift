/// A decimal number that is exact to six places, for KPI values and targets. Numbers are compared as integers, so
/// selection never depends on floating point (docs/selection.md).
package struct Decimal6: Sendable, Hashable, Comparable {
    /// The value in millionths.
    package let millionths: Int

    package init(millionths: Int) { self.millionths = millionths }

    /// A number such as `-12.5`; nil if the text is not a number, or has more than 12 digits before the point or more
    /// than six after it.
    package init?(_ text: some StringProtocol) {
        var digits = Array(text.utf8)[...]
        let negative = digits.first == UInt8(ascii: "-")
        if negative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty, whole.count <= 12, let units = decimal(whole) else { return nil }
        var fraction = 0
        if parts.count == 2 {
            guard (1...6).contains(parts[1].count), let digits = decimal(parts[1]) else { return nil }
            fraction = (parts[1].count..<6).reduce(digits) { value, _ in value * 10 }
        }
        let magnitude = units * 1_000_000 + fraction
        self.init(millionths: negative ? -magnitude : magnitude)
    }

    package static func < (left: Decimal6, right: Decimal6) -> Bool { left.millionths < right.millionths }

    package static func - (left: Decimal6, right: Decimal6) -> Decimal6 {
        Decimal6(millionths: left.millionths - right.millionths)
    }

    package var magnitude: Decimal6 { Decimal6(millionths: abs(millionths)) }
}

extension Decimal6: CustomStringConvertible {
    /// The shortest exact form, such as `9.1` or `85`.
    package var description: String {
        let magnitude = millionths.magnitude
        var text = String(magnitude / 1_000_000)
        if magnitude % 1_000_000 != 0 {
            var fraction = padded(Int(magnitude % 1_000_000), to: 6)
            while fraction.hasSuffix("0") { fraction.removeLast() }
            text += "." + fraction
        }
        return millionths < 0 ? "-" + text : text
    }
}
