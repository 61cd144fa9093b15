import Glibc
import PlaybookCore

/// A text in which some bytes are hidden from libcmark, so that it does not take as its own what the dialect reads otherwise: the
/// brackets of `[^label]`, which it would make a link of, and `_` and `*` in bare addresses, which it would make emphasis of.
///
/// Each hidden byte stands for one other, so all positions hold. They are control characters that the text does not have: libcmark takes
/// them for letters, which is what `*text[^1]*` needs of the closing bracket. The opening one is a form feed where it can be, which counts
/// as a blank, so that `_text_[^1]` is emphasis too; behind what may open emphasis or a list, as in `**[^1]**`, it is another that is a letter.
struct Masks {
    private let opening: UInt8
    /// Hides an opening bracket where a blank would change what stands before it.
    private let openingLetter: UInt8
    private let closing: UInt8
    private(set) var text: [UInt8]
    /// True when `[^label]` is there.
    private(set) var hasFootnotes = false
    /// For each byte the one that it stands for.
    private var originals = (0...255).map { UInt8($0) }
    /// For each byte the one that hides it; 0 for none.
    private var masks = Array(repeating: UInt8(0), count: 256)

    /// The text with its masks, or nil when there is nothing to hide, or nothing left to hide it with.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let tooDeep = markersTooDeep(in: text)
        guard !tooDeep.isEmpty || ["[^", "://", "www."].contains(where: { text.contains($0) }),
            let start = text.baseAddress
        else { return nil }
        let written = Self.charactersOfReferences(in: text)
        let unused = ([12] + Array(1...8) + Array(14...31) as [UInt8]).filter {
            memchr(start, Int32($0), text.count) == nil && !written.contains($0)
        }
        let hidden = Array("[]_*>-+.)".utf8)
        guard unused.count > hidden.count else { return nil }
        (opening, closing, openingLetter) = (unused[0], unused[1], unused[hidden.count])
        originals[Int(openingLetter)] = UInt8(ascii: "[")
        for (byte, mask) in zip(hidden, unused) {
            masks[Int(byte)] = mask
            originals[Int(mask)] = byte
        }
        self.text = Array(text)
        for index in tooDeep { hide(index) }
        hideFootnotes(text)
        hideDelimitersInAddresses(text)
    }

    /// The byte that stands for this one in the text as it was written.
    func original(_ byte: UInt8) -> UInt8 { originals[Int(byte)] }

    private mutating func hide(_ index: Int) {
        let mask = masks[Int(text[index])]
        if mask > 0 { text[index] = mask }
    }

    /// The first opening bracket of `[^label]`, hidden as it is.
    func firstOpening(in text: ArraySlice<UInt8>) -> Int? {
        text.firstIndex { $0 == opening || $0 == openingLetter }
    }

    /// The label of `[^label]` here, and the index after it.
    func label(in text: ArraySlice<UInt8>, at index: Int) -> (label: ArraySlice<UInt8>, end: Int)? {
        guard index + 1 < text.endIndex, text[index] == opening || text[index] == openingLetter,
            text[index + 1] == UInt8(ascii: "^"),
            let end = text[index...].firstIndex(of: closing)
        else { return nil }
        return (text[(index + 2)..<end], end + 1)
    }

    /// The control characters that are written as `&#1;` or `&#x1;`.
    private static func charactersOfReferences(in text: UnsafeBufferPointer<UInt8>) -> Set<UInt8> {
        var characters: Set<UInt8> = []
        var index = 0
        while let start = text.firstIndex(of: "&#", from: index) {
            index = start + 2
            let digits = text[index..<min(text.count, index + 9)].prefix { $0 != UInt8(ascii: ";") }
            let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
            let number = String(decoding: digits.dropFirst(isHexadecimal ? 1 : 0), as: UTF8.self)
            if let character = UInt8(number, radix: isHexadecimal ? 16 : 10) { characters.insert(character) }
        }
        return characters
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
            hasFootnotes = true
            hide(start)
            if opensSomething(text, before: start) { self.text[start] = openingLetter }
            hide(end)
        }
    }

    /// True where `*`, `_`, `+`, `-` or a number stands before an index with a blank or nothing before it: a blank behind it would make a list
    /// or keep it from being emphasis.
    private func opensSomething(_ text: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
        var start = index
        while start > 0, "*_+-.)".utf8.contains(text[start - 1]) || isDigit(text[start - 1]), index - start < 32 {
            start -= 1
        }
        return start < index && (start == 0 || text[start - 1] <= .space)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

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
                index = start + prefix.utf8CodeUnitCount
                guard !isInMarkup(text, start) else { continue }
                let end = addressEnd(text, from: index)
                for position in start..<end
                where text[position] == UInt8(ascii: "_") || text[position] == UInt8(ascii: "*") {
                    hide(position)
                }
                index = end
            }
        }
    }

    /// True for an address in `<…>`, or in an attribute of raw HTML: libcmark knows where those end.
    private func isInMarkup(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        var start = index
        while start > 0, index - start < 32, text[start - 1].isASCIILetterOrDigit { start -= 1 }
        return start > 0 && "<\"'=".utf8.contains(text[start - 1])
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
