/// The HTML part of a message as a page that colleagues can open. The page has a policy under which nothing runs, and nothing loads except what
/// mail programs show, which is styles on elements and pictures (W3C, Content Security Policy 3). Mail itself does not use the policy.
func previewPage(_ html: [UInt8]) -> [UInt8] {
    let policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        + "img-src https: data:; base-uri 'none'; form-action 'none'\">"
    let start = endOfHeadTag(html) ?? endOfDoctype(html)
    var page: [UInt8] = []
    page.reserveCapacity(html.count + policy.utf8.count + 1)
    page += html[..<start]
    page += "\n\(policy)".utf8
    page += html[start...]
    return page
}

/// The offset after the tag `<head>`, with or without attributes; nil if there is none, which HTML allows.
private func endOfHeadTag(_ html: [UInt8]) -> Int? {
    let name = Array("<head".utf8)
    guard html.count > name.count else { return nil }
    for start in 0..<(html.count - name.count) where html[start] == name[0] {
        let end = start + name.count
        guard html[end] == UInt8(ascii: ">") || html[end] <= 0x20,
            zip(html[start..<end], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
        else { continue }
        return html[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
    return nil
}

/// The offset after `<!doctype html>` and an `<html>` that follows it, where the head starts; 0 if there is neither.
private func endOfDoctype(_ html: [UInt8]) -> Int {
    var position = 0
    for name in ["<!doctype", "<html"] {
        let rest = html[position...].drop { $0 <= 0x20 }
        let start = rest.prefix(name.utf8.count).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
        guard start == Array(name.utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) else { continue }
        position = end + 1
    }
    return position
}
