import PlaybookCore

/// The places of `_` and `*` in the bare addresses of a text, which libcmark would read as emphasis. Few addresses have any.
func delimitersInAddresses(of text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found: [Int] = []
    for prefix in ["://", "www."] as [StaticString] {
        var index = 0
        while let start = text.firstIndex(of: prefix, from: index) {
            index = start + prefix.utf8CodeUnitCount
            guard startsAddress(text, prefix, at: start) else { continue }
            let end = addressEnd(text, from: index)
            for position in start..<end
            where text[position] == UInt8(ascii: "_") || text[position] == UInt8(ascii: "*") {
                found.append(position)
            }
            index = end
        }
    }
    return found
}

/// True if a scheme comes before `://`, or nothing that could be part of a word before `www.`, and a host comes after. False for an address in
/// `<…>` or in an attribute of raw HTML, because libcmark knows where those end.
private func startsAddress(_ text: UnsafeBufferPointer<UInt8>, _ prefix: StaticString, at index: Int) -> Bool {
    let host = index + prefix.utf8CodeUnitCount
    guard host < text.count, text[host].isASCIILetterOrDigit || text[host] >= 0x80 else { return false }
    var start = index
    while start > 0, index - start < 6, text[start - 1].isASCIILetter { start -= 1 }
    if start == index {
        guard text[index] == UInt8(ascii: "w") else { return false }
    } else if !isScheme(UnsafeBufferPointer(rebasing: text[start..<index])) {
        return false
    }
    // A host with an underscore in one of its last two parts makes no address, so `_` can be the end of emphasis.
    var end = host
    var points = (last: host, before: host)
    while end < text.count, text[end].isASCIILetterOrDigit || text[end] >= 0x80 || isHostSign(text[end]) {
        // A part without any characters does not count.
        if text[end] == UInt8(ascii: "."), end + 1 < text.count, isInHostPart(text[end + 1]) {
            points = (end + 1, points.last)
        }
        end += 1
    }
    guard !text[points.before..<end].contains(UInt8(ascii: "_")) else { return false }
    guard start > 0 else { return true }
    switch text[start - 1] {
    case UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="): return false
    default: return true
    }
}

private func isHostSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
}

private func isInHostPart(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

/// True for `http`, `https` and `ftp` in any case.
func isScheme(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    func spells(_ scheme: StaticString) -> Bool {
        guard letters.count == scheme.utf8CodeUnitCount else { return false }
        for index in letters.indices where letters[index] | 0x20 != scheme.utf8Start[index] { return false }
        return true
    }
    return spells("http") || spells("https") || spells("ftp")
}

/// The last place where an address can end, without characters that may be markup around it.
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
    while end > start, isBehindAddress(text[end - 1]) { end -= 1 }
    return end
}

private func isBehindAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "?"), UInt8(ascii: "!"),
        UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "'"):
        true
    default: false
    }
}
