import CPlatform
import PlaybookCore

/// A text in which some bytes are hidden from libcmark, because the dialect reads them differently: the brackets of
/// `[^label]:` at the start of a line, which libcmark would read as a link definition, and `_` and `*` in bare
/// addresses, which it would read as emphasis. References to footnotes need not be hidden, because without a
/// definition they are text for libcmark.
///
/// Each hidden byte is replaced by one other byte, so that all offsets stay the same. The replacements are control
/// characters that the text does not contain; libcmark takes them for letters.
struct Masks {
    private let opening: UInt8
    private let closing: UInt8
    private(set) var text: [UInt8]
    /// True when the text contains `[^label]`.
    private(set) var hasFootnotes = false
    /// For each byte, the byte that it stands for.
    private var originals = (0...255).map { UInt8($0) }
    /// For each byte, the byte that hides it; 0 if it is not hidden.
    private var masks = Array(repeating: UInt8(0), count: 256)

    /// The text with its masks; nil if nothing has to be hidden, or if no control character is left to hide it with.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        let tooDeep = markersTooDeep(in: text)
        let delimiters = delimitersInAddresses(of: text)
        guard let start = text.baseAddress, !tooDeep.isEmpty || !delimiters.isEmpty || text.contains("[^") else {
            return nil
        }
        let written = Self.charactersOfReferences(in: text)
        let unused = (Array(1...8) + Array(14...31) as [UInt8]).filter {
            memchr(start, Int32($0), text.count) == nil && !written.contains($0)
        }
        let hidden = Array("[]_*>-+.)".utf8)
        guard unused.count >= hidden.count else { return nil }
        (opening, closing) = (unused[0], unused[1])
        for (byte, mask) in zip(hidden, unused) {
            masks[Int(byte)] = mask
            originals[Int(mask)] = byte
        }
        self.text = Array(text)
        for index in tooDeep { hide(index) }
        hideFootnotes(text)
        for index in delimiters { hide(index) }
    }

    /// The byte that was written in place of this one.
    func original(_ byte: UInt8) -> UInt8 { originals[Int(byte)] }

    private mutating func hide(_ index: Int) {
        let mask = masks[Int(text[index])]
        if mask > 0 { text[index] = mask }
    }

    /// The label of a hidden `[^label]` at an index, and the index after it; nil if there is none.
    func label(in text: ArraySlice<UInt8>, at index: Int) -> (label: ArraySlice<UInt8>, end: Int)? {
        guard index + 1 < text.endIndex, text[index] == opening, text[index + 1] == UInt8(ascii: "^"),
            let end = text[index...].firstIndex(of: closing)
        else { return nil }
        return (text[(index + 2)..<end], end + 1)
    }

    /// Each `[^label]` in a text: the range of its label and that of the whole. Those that could be definitions may
    /// be hidden.
    func references(in text: ArraySlice<UInt8>) -> [(label: Range<Int>, whole: Range<Int>)] {
        var found: [(label: Range<Int>, whole: Range<Int>)] = []
        var caret = text.startIndex
        while let next = text[caret...].firstIndex(of: UInt8(ascii: "^")) {
            caret = next + 1
            guard next > text.startIndex, original(text[next - 1]) == UInt8(ascii: "[") else { continue }
            let end = text[caret...].firstIndex { !isLabelByte($0) || $0 == closing } ?? text.endIndex
            guard end > caret, end < text.endIndex, original(text[end]) == UInt8(ascii: "]") else { continue }
            found.append((caret..<end, (next - 1)..<(end + 1)))
            caret = end + 1
        }
        return found
    }

    /// The control characters that the text contains as `&#1;` or `&#x1;`.
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
            guard end > start + 2, end < text.count, text[end] == UInt8(ascii: "]") else { continue }
            hasFootnotes = true
            guard end + 1 < text.count, text[end + 1] == UInt8(ascii: ":"), canDefine(text, at: start) else { continue }
            hide(start)
            hide(end)
        }
    }

    /// True if there are only markers of quotations and list items before an index on its line.
    private func canDefine(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        var start = index
        while start > 0, text[start - 1] != .lineFeed, text[start - 1] != .carriageReturn {
            guard " \t>*+-.)0123456789".utf8.contains(text[start - 1]) else { return false }
            start -= 1
        }
        return true
    }

    /// True for a byte that can be in a label: no blank, and nothing that libcmark reads as markup.
    private func isLabelByte(_ byte: UInt8) -> Bool {
        switch originals[Int(byte)] {
        case 0...0x20, 0x7F, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "`"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "~"):
            false
        default: true
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    func contains(_ needle: StaticString) -> Bool { firstIndex(of: needle, from: 0) != nil }

    /// Where some bytes first occur from an index on; nil if they do not.
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
