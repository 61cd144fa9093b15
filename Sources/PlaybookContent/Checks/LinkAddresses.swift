import PlaybookCore
import PlaybookMarkup

/// The change that gives a link another address, where the file has the old one as it is.
func addressFix(of link: Link, in file: SourceFile, to address: String) -> Diagnostic.Fix? {
    let old = Array(link.url.utf8)
    let source = link.source.clamped(to: 0..<file.bytes.count)
    guard !old.isEmpty, source.count > old.count else { return nil }
    // The address stands after the text of the link, so it is looked for from behind.
    let start = (source.lowerBound...(source.upperBound - old.count)).last { start in
        file.bytes[start..<(start + old.count)].elementsEqual(old)
    }
    guard let start, start > source.lowerBound, [UInt8(ascii: "("), UInt8(ascii: "<")].contains(file.bytes[start - 1])
    else {
        return nil
    }
    return Diagnostic.Fix(in: file, range: start..<(start + old.count), original: link.url, replacement: address)
}

/// The address of a file from a folder, both below the content folder; what Markdown or an address would read otherwise is
/// percent-encoded.
func relativeAddress(of name: String, from folder: String) -> String {
    let here = folder.split(separator: "/")
    let there = name.split(separator: "/")
    let common = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: here.count - common) + there[common...].map(String.init)
    return parts.joined(separator: "/").utf8.map { byte in
        let isPlain = byte > 0x20 && byte < 0x7F && !"()<>[]\\#?%\"".utf8.contains(byte)
        return isPlain
            ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
}

/// How many bytes of an address are its path.
func pathLength(_ address: String) -> Int {
    address.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }.count
}

/// True for an address that does not lead into the content: one with a scheme, or with a host.
func isAbsolute(_ url: String) -> Bool {
    if url.hasPrefix("//") { return true }
    let scheme = url.utf8.prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "+.-".utf8.contains(byte)
        }
    }
    return !scheme.isEmpty && scheme.endIndex < url.utf8.endIndex && url.utf8[scheme.endIndex] == UInt8(ascii: ":")
}

/// A path without `.` and `..`, or nil where it leads above its root.
func normalised(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
        if part != ".." {
            parts.append(part)
        } else if parts.popLast() == nil {
            return nil
        }
    }
    return parts.joined(separator: "/")
}

/// A text with its `%XX` decoded, where that gives UTF-8.
func percentDecoded(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "%")) else { return String(text) }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
            let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
        {
            result.append(byte)
            index += 3
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    return String(validating: result, as: UTF8.self) ?? String(text)
}
