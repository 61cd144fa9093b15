import Foundation
import PlaybookCore

/// Calls a function with each word of a text in the form in which search compares words: letters and digits in lower case, without marks above or
/// below them, from 2 to 24 characters, in UTF-8. The search's script does the same to what a reader types (search.js, `split`).
func forEachSearchWord(in text: [UInt8], _ body: (borrowing [UInt8]) -> Void) {
    var word: [UInt8] = []
    word.reserveCapacity(32)
    func end() {
        if word.count > 24 { word.removeSubrange(24...) }
        if word.count >= 2 { body(word) }
        word.removeAll(keepingCapacity: true)
    }
    var index = 0
    let count = text.count
    while index < count {
        let byte = text[index]
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
        case UInt8(ascii: "'"): break
        case 0xE2 where index + 2 < count && text[index + 1] == 0x80 && text[index + 2] != 0x99:
            // General punctuation (U+2000 to U+203F except the apostrophe, U+2019): dashes, quotation marks, blanks.
            end()
            index += 2
        case 0x80...:
            // Only a word with characters outside ASCII takes the slow path, together with the ASCII before them.
            var end = index
            while end < count, text[end] >= 0x80 || isWordByte(text[end]) { end += 1 }
            for each in foldedWords(word + text[index..<end]) { body(each) }
            word.removeAll(keepingCapacity: true)
            index = end
            continue
        default: end()
        }
        index += 1
    }
    end()
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
