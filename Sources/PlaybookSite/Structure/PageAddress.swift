import PlaybookCore

/// The relative address of one page of the site from another, which is valid under any base path. It names
/// `index.html`, because there is no server to add it if a page is opened from a disk. On a server the script shows the
/// address without it.
func address(from page: String, toPage target: String, anchor: String? = nil) -> String {
    let fragment = anchor.map { "#" + encoded($0) } ?? ""
    if page == target, anchor != nil { return fragment }
    return address(from: page, toFile: target.isEmpty ? "index.html" : target + "/index.html") + fragment
}

/// The relative address of a file of the site from a page; both are paths below the site's root.
func address(from page: String, toFile file: String) -> String {
    // Compared by bytes, because a menu has as many addresses as there are pages.
    let slash = UInt8(ascii: "/")
    let (here, there) = (page.utf8.span, file.utf8.span)
    // The number of bytes of the folders that both share.
    var (common, index) = (0, 0)
    while index < there.count {
        if there[index] == slash {
            guard index > common, index == here.count || index < here.count && here[index] == slash else { break }
            common = index + 1
        } else if index >= here.count || here[index] != there[index] {
            break
        }
        index += 1
    }
    var address: [UInt8] = []
    address.reserveCapacity(there.count - min(common, there.count) + 12)
    if common < here.count {
        var folders = 1
        for index in common..<here.count where here[index] == slash { folders += 1 }
        for _ in 0..<folders { address.append(contentsOf: [UInt8(ascii: "."), UInt8(ascii: "."), slash]) }
    }
    for index in common..<max(common, there.count) {
        let byte = there[index]
        if byte == slash || isPlain(byte) { address.append(byte) } else { address.appendPercentEncoded(byte) }
    }
    return String(decoding: address, as: UTF8.self)
}

/// The absolute address of a page, without `index.html`.
func absoluteAddress(of page: String, base: String) -> String {
    page.isEmpty ? base : base + page.pathParts.map { encoded($0) + "/" }.joined()
}

/// The path of a file as an address: each part between slashes is encoded.
func encodedPath(_ path: String) -> String { path.pathParts.map(encoded).joined(separator: "/") }

/// One part of an address. Characters with a meaning in addresses are percent-encoded; other scripts are left to the
/// renderer. A colon is encoded because in the first part it would end a scheme, an apostrophe because it would end
/// the address of a redirect.
private func encoded(_ part: String) -> String { percentEncoded(part.utf8, keeping: isPlain) }

private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "'"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"),
        UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"),
        UInt8(ascii: "}"), UInt8(ascii: ":"):
        false
    default: true
    }
}
