import PlaybookCore

/// The address of one page of the site from another, relative, so that it holds under any base path. It names `index.html`,
/// because a page read from a disk has no server that would add it; on a server the script shows the clean address.
func address(from page: String, toPage target: String, anchor: String? = nil) -> String {
    let fragment = anchor.map { "#" + encoded($0) } ?? ""
    if page == target, anchor != nil { return fragment }
    return address(from: page, toFile: target.isEmpty ? "index.html" : target + "/index.html") + fragment
}

/// The relative address of a file of the site from a page; both are paths below the site's root.
func address(from page: String, toFile file: String) -> String {
    // By bytes, because a menu has as many addresses as there are pages.
    let slash = UInt8(ascii: "/")
    var (here, there) = (page.utf8[...], file.utf8[...])
    while let end = there.firstIndex(of: slash) {
        let folder = here.prefix { $0 != slash }
        guard !folder.isEmpty, folder.elementsEqual(there[..<end]) else { break }
        here = here[folder.endIndex...].dropFirst()
        there = there[there.index(after: end)...]
    }
    let folders = here.isEmpty ? 0 : here.count { $0 == slash } + 1
    return String(repeating: "../", count: folders) + percentEncoded(there) { $0 == slash || isPlain($0) }
}

/// The absolute address of a page, without `index.html`.
func absoluteAddress(of page: String, base: String) -> String {
    page.isEmpty ? base : base + page.pathParts.map { encoded($0) + "/" }.joined()
}

/// The path of a file as part of an address, between its slashes.
func encodedPath(_ path: String) -> String { path.pathParts.map(encoded).joined(separator: "/") }

/// One part of an address: what has a meaning in addresses is percent-encoded, other scripts are left to the renderer. A colon in the
/// first part would make a scheme of what stands before it; an apostrophe would end the address of a redirect.
private func encoded(_ part: String) -> String { percentEncoded(part.utf8, keeping: isPlain) }

private func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !"\"#%'<>?[\\]^`{|}:".utf8.contains(byte)
}
