import PlaybookCore
import PlaybookMarkup

/// The fix that gives a link another address; nil unless the file has the old address literally, in the link or in
/// the definition that the link refers to.
///
/// - Parameter definitions: returns the definitions of the file. It is called only if the link has no address of its own.
func addressFix(
    of link: Link, in file: SourceFile, to address: String, _ definitions: () -> DefinedAddresses
) -> Diagnostic.Fix? {
    guard !link.url.isEmpty, let start = inlineAddress(of: link, in: file) ?? definitions().address(of: link, in: file)
    else { return nil }
    let range = start..<(start + link.url.utf8.count)
    return Diagnostic.Fix(in: file, range: range, original: link.url, replacement: address)
}

/// The offset of the address in a link; nil if it is not there literally.
private func inlineAddress(of link: Link, in file: SourceFile) -> Int? {
    let old = Array(link.url.utf8)
    let source = link.source.clamped(to: 0..<file.bytes.count)
    guard source.count > old.count else { return nil }
    // The address comes after the text of the link, so the search starts at the end.
    let start = (source.lowerBound...(source.upperBound - old.count)).last { start in
        file.bytes[start..<(start + old.count)].elementsEqual(old)
    }
    guard let start, start > source.lowerBound, [UInt8(ascii: "("), UInt8(ascii: "<")].contains(file.bytes[start - 1])
    else {
        return nil
    }
    return start
}

/// The relative address of a file, seen from a folder; both are below the content folder. Characters that Markdown or
/// an address would read differently are percent-encoded.
func relativeAddress(of name: String, from folder: String) -> String {
    percentEncoded(relativePath(of: name, from: folder).utf8) { byte in
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "?"),
            UInt8(ascii: "%"), UInt8(ascii: "\""):
            false
        default: true
        }
    }
}

/// The path of a file from a folder, both below the content folder.
func relativePath(of name: String, from folder: String) -> String {
    let here = folder.pathParts
    let there = name.pathParts
    let common = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: here.count - common) + there[common...]).joined(separator: "/")
}

/// The rest of an address after its path: a query, a heading or both, including the `?` or `#`.
func behindPath(_ address: String) -> String {
    let path = address.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    return String(decoding: address.utf8.dropFirst(path.count), as: UTF8.self)
}
