import PlaybookCore
import PlaybookMarkup

/// The change that gives a link another address, where the file has the old one as it is: in the link, or in the definition that it refers to.
func addressFix(
    of link: Link, in file: SourceFile, to address: String, _ definitions: DefinedAddresses
) -> Diagnostic.Fix? {
    guard !link.url.isEmpty, let start = inlineAddress(of: link, in: file) ?? definitions.address(of: link, in: file)
    else { return nil }
    let range = start..<(start + link.url.utf8.count)
    return Diagnostic.Fix(in: file, range: range, original: link.url, replacement: address)
}

/// Where the address of a link stands in it.
private func inlineAddress(of link: Link, in file: SourceFile) -> Int? {
    let old = Array(link.url.utf8)
    let source = link.source.clamped(to: 0..<file.bytes.count)
    guard source.count > old.count else { return nil }
    // The address stands after the text of the link, so it is looked for from behind.
    let start = (source.lowerBound...(source.upperBound - old.count)).last { start in
        file.bytes[start..<(start + old.count)].elementsEqual(old)
    }
    guard let start, start > source.lowerBound, [UInt8(ascii: "("), UInt8(ascii: "<")].contains(file.bytes[start - 1])
    else {
        return nil
    }
    return start
}

/// The address of a file from a folder, both below the content folder; what Markdown or an address would read otherwise is
/// percent-encoded.
func relativeAddress(of name: String, from folder: String) -> String {
    let here = folder.pathParts
    let there = name.pathParts
    let common = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: here.count - common) + there[common...]
    return percentEncoded(parts.joined(separator: "/").utf8) { byte in
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "?"),
            UInt8(ascii: "%"), UInt8(ascii: "\""):
            false
        default: true
        }
    }
}

/// What stands in an address behind its path: a query, a heading or both, with the sign before it.
func behindPath(_ address: String) -> String {
    let path = address.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    return String(decoding: address.utf8.dropFirst(path.count), as: UTF8.self)
}

/// True for an address that does not lead into the content: one with a scheme, or with a host.
func isAbsolute(_ url: String) -> Bool {
    if url.startsWithBytes(of: "//") { return true }
    let bytes = url.utf8.span
    for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"):
            continue
        case UInt8(ascii: ":"): return index > 0
        default: return false
        }
    }
    return false
}

/// A path without `.` and `..`, or nil where it leads above its root.
func normalised(_ path: String) -> String? {
    let bytes = path.utf8.span
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
        defer { start = end + 1 }
        let startsWithPoint = end > start && bytes[start] == UInt8(ascii: ".")
        switch end - start {
        case 0: continue
        case 1 where startsWithPoint: continue
        case 2 where startsWithPoint && bytes[start + 1] == UInt8(ascii: "."):
            guard !result.isEmpty else { return nil }
            let slash = result.lastIndex(of: UInt8(ascii: "/")) ?? 0
            result.removeSubrange(slash...)
        default:
            if !result.isEmpty { result.append(UInt8(ascii: "/")) }
            for index in start..<end { result.append(bytes[index]) }
        }
    }
    return String(decoding: result, as: UTF8.self)
}
