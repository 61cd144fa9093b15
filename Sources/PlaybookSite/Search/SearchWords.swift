import Foundation
import PlaybookCore

/// Calls a function with each word of a text in the form in which search compares words: letters and digits in lower case, without marks above or
/// below them, from 2 to 24 characters, in UTF-8. The search's script does the same to what a reader types (search.js, `split`).
func forEachSearchWord(in text: [UInt8], _ body: (Span<UInt8>) -> Void) {
    let bytes = text.span
    var index = 0
    while index < bytes.count {
        // Most words are lower-case letters of ASCII, and are not copied.
        let start = index
        while index < bytes.count, isPlain(bytes[index]) { index += 1 }
        if index == bytes.count || endsWord(bytes, at: index) {
            if index - start >= 2 { body(bytes.extracting(start..<min(index, start + mostWordBytes))) }
            index += 1
        } else {
            index = otherWord(in: bytes, from: start, body)
        }
    }
}

/// A longer word is cut.
private let mostWordBytes = 24

private func isPlain(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

/// True for a byte of ASCII that is not part of a word. What it is is not looked at for others.
private func endsWord(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    return byte < 0x80 && !(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")) && byte != UInt8(ascii: "'")
}

/// The word that starts at an index, which has more than lower-case letters and digits of ASCII.
///
/// - Returns: the index after the word.
private func otherWord(in bytes: Span<UInt8>, from start: Int, _ body: (Span<UInt8>) -> Void) -> Int {
    var word: [UInt8] = []
    var index = start
    scan: while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
        case UInt8(ascii: "'"): break
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] != 0x99:
            // General punctuation (U+2000 to U+203F but the apostrophe, U+2019): dashes, quotation marks, blanks.
            index += 3
            break scan
        case 0x80...:
            // Only a word that has more than ASCII goes the long way, with what stands before it.
            while index < bytes.count, bytes[index] >= 0x80 || isWordByte(bytes[index]) {
                word.append(bytes[index])
                index += 1
            }
            for each in foldedWords(word) { body(each.span) }
            return index
        default:
            index += 1
            break scan
        }
        index += 1
    }
    if word.count >= 2 { body(word.span.extracting(0..<min(word.count, mostWordBytes))) }
    return index
}

private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"):
        true
    default: false
    }
}

private func foldedWords(_ text: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var letters = String.UnicodeScalarView()
    func end() {
        if letters.count >= 2 { words.append(Array(String(String.UnicodeScalarView(letters.prefix(24))).utf8)) }
        letters = String.UnicodeScalarView()
    }
    let folded = String(decoding: text, as: UTF8.self).decomposedStringWithCompatibilityMapping.lowercased()
    for scalar in folded.unicodeScalars {
        if scalar == "'" || scalar == "\u{2019}" || (0x300...0x36F).contains(scalar.value) { continue }
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            letters.append(scalar)
        } else {
            end()
        }
    }
    end()
    return words
}
