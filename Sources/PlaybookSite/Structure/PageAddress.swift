import PlaybookCore

/// The relative address of one page of the site from another, which is valid under any base path. It names
/// `index.html`, because a page that is read from a disk has no server to add it. On a server the script shows the
/// address without it.
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

/// The path of a file as an address: each part between slashes is encoded.
func encodedPath(_ path: String) -> String { path.pathParts.map(encoded).joined(separator: "/") }

/// One part of an address. Characters with a meaning in addresses are percent-encoded; other scripts are left to the
/// renderer. A colon is encoded because in the first part it would end a scheme, an apostrophe because it would end
/// the address of a redirect.
private func encoded(_ part: String) -> String { percentEncoded(part.utf8, keeping: isPlain) }

private func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !"\"#%'<>?[\\]^`{|}:".utf8.contains(byte)
}
