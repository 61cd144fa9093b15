import Glibc
import PlaybookCore

/// A text in which some bytes are hidden from libcmark, so that it does not take as its own what the dialect reads otherwise: the
/// brackets of `[^label]`, which it would make a link of, and `_` and `*` in bare addresses, which it would make emphasis of.
///
/// Each hidden byte stands for one other, so all positions hold. They are bytes that UTF-8 does not have, which libcmark takes for blanks
/// beside emphasis, but for the closing bracket, which has to count as a letter for `*text[^1]*`: a control character that the text
/// does not have.
struct Masks {
    static let opening: UInt8 = 0xFF
    private static let underscore: UInt8 = 0xFE
    private static let asterisk: UInt8 = 0xFD

    let closing: UInt8
    private(set) var text: [UInt8]

    /// The text with its masks, or nil when there is nothing to hide.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard ["[^", "://", "www."].contains(where: { text.contains($0) }),
            let closing = Self.unusedControlCharacter(in: text)
        else { return nil }
        self.closing = closing
        self.text = Array(text)
        hideFootnotes(text)
        hideDelimitersInAddresses(text)
    }

    /// The byte that stands for this one in the text as it was written.
    func original(_ byte: UInt8) -> UInt8 {
        switch byte {
        case Self.opening: UInt8(ascii: "[")
        case closing: UInt8(ascii: "]")
        case Self.underscore: UInt8(ascii: "_")
        case Self.asterisk: UInt8(ascii: "*")
        default: byte
        }
    }

    /// The label of `[^label]` here, and the index after it.
    func label(in text: ArraySlice<UInt8>, at index: Int) -> (label: ArraySlice<UInt8>, end: Int)? {
        guard index + 1 < text.endIndex, text[index] == Self.opening, text[index + 1] == UInt8(ascii: "^"),
            let end = text[index...].firstIndex(of: closing)
        else { return nil }
        return (text[(index + 2)..<end], end + 1)
    }

    private mutating func hideFootnotes(_ text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while let start = text.firstIndex(of: "[^", from: index) {
            var end = start + 2
            while end < text.count, isLabelByte(text[end]) { end += 1 }
            index = end
            guard end > start + 2, end < text.count, text[end] == UInt8(ascii: "]"), !isEscaped(text, start) else {
                continue
            }
            // `[^x](…)` and `[^x][…]` are links to libcmark, and stay so.
            if end + 1 < text.count, text[end + 1] == UInt8(ascii: "(") { continue }
            self.text[start] = Self.opening
            self.text[end] = closing
        }
    }

    /// A label has no blanks, and nothing that libcmark reads as markup.
    private func isLabelByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "`"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "~"):
            false
        default: true
        }
    }

    private func isEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        var start = index
        while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
        return (index - start) % 2 == 1
    }

    private mutating func hideDelimitersInAddresses(_ text: UnsafeBufferPointer<UInt8>) {
        for prefix in ["://", "www."] as [StaticString] {
            var index = 0
            while let start = text.firstIndex(of: prefix, from: index) {
                let end = addressEnd(text, from: start + prefix.utf8CodeUnitCount)
                for position in start..<end {
                    if text[position] == UInt8(ascii: "_") { self.text[position] = Self.underscore }
                    if text[position] == UInt8(ascii: "*") { self.text[position] = Self.asterisk }
                }
                index = max(end, start + prefix.utf8CodeUnitCount)
            }
        }
    }

    /// Where an address ends at the latest, without what may be markup around it.
    private func addressEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        var depth = 0
        loop: while end < text.count {
            switch text[end] {
            case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
                break loop
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                if depth == 0 { break loop }
                depth -= 1
            default: break
            }
            end += 1
        }
        while end > start, "*_~?!.,:;'".utf8.contains(text[end - 1]) { end -= 1 }
        return end
    }

    /// A control character that is not in the text; nil when there is none, or when the text is not UTF-8 and has the other masks.
    private static func unusedControlCharacter(in text: UnsafeBufferPointer<UInt8>) -> UInt8? {
        guard let start = text.baseAddress else { return nil }
        func has(_ byte: UInt8) -> Bool { memchr(start, Int32(byte), text.count) != nil }
        if [opening, underscore, asterisk].contains(where: has) { return nil }
        return (Array(1...8) + Array(14...31)).first { !has($0) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func contains(_ needle: StaticString) -> Bool { firstIndex(of: needle, from: 0) != nil }

    /// Where some bytes stand first, from an index on.
    func firstIndex(of needle: StaticString, from index: Int) -> Int? {
        guard let start = baseAddress else { return nil }
        let length = needle.utf8CodeUnitCount
        var position = index
        while position + length <= count,
            let found = memchr(start + position, Int32(needle.utf8Start[0]), count - position - length + 1)
        {
            position = UnsafeRawPointer(found) - UnsafeRawPointer(start)
            if memcmp(start + position, needle.utf8Start, length) == 0 { return position }
            position += 1
        }
        return nil
    }
}
