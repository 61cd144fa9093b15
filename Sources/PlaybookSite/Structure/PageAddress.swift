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
    let here = page.split(separator: "/")
    let there = file.split(separator: "/")
    let common = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: here.count - common)
    return (up + there[common...].map { encoded($0) }).joined(separator: "/")
}

/// The absolute address of a page, without `index.html`.
func absoluteAddress(of page: String, base: String) -> String {
    page.isEmpty ? base : base + page.split(separator: "/").map { encoded($0) + "/" }.joined()
}

/// One part of an address: what has a meaning in addresses is percent-encoded, other scripts are left to the renderer.
private func encoded(_ part: some StringProtocol) -> String {
    func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"),
            UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: true
        }
    }
    if part.utf8.allSatisfy(isPlain) { return String(part) }
    return String(
        decoding: part.utf8.flatMap { isPlain($0) ? [$0] : Array("%\(String($0, radix: 16, uppercase: true))".utf8) },
        as: UTF8.self)
}
