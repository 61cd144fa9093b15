import Foundation

/// The words of a text in the form in which the search compares them: letters and digits in lower case, without marks
/// above or below them, 2 to 24 characters long. The search script does the same with a query (search.js, `split`).
func searchWords(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
        if word.count >= 2 { words.append(String(decoding: word.prefix(24), as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
    }
    func add(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
        case UInt8(ascii: "'"): break
        default: end()
        }
    }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
        for byte in text.utf8 { add(byte) }
        end()
        return words
    }
    var letters = String.UnicodeScalarView()
    func endLetters() {
        if letters.count >= 2 { words.append(String(String.UnicodeScalarView(letters.prefix(24)))) }
        letters = String.UnicodeScalarView()
    }
    for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
        if scalar == "'" || scalar == "\u{2019}" || (0x300...0x36F).contains(scalar.value) { continue }
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            letters.append(scalar)
        } else {
            endLetters()
        }
    }
    endLetters()
    return words
}
