import PlaybookCore

/// The chapters that were changed last, as a feed (RFC 4287).
///
/// - Parameters:
///   - base: the address of the site, which ends in a slash.
///   - changed: the changed pages, newest first.
/// - Returns: nil if there are none.
func atomFeed(title: String, base: String, changed: [(page: SiteTree.Page, change: LastChange)]) -> OutputFile? {
    guard let newest = changed.first?.change else { return nil }
    let entries = changed.prefix(50).map { page, change in
        let address = xmlEscaped(absoluteAddress(of: page.folder, base: base))
        let summary = page.description.map { "<summary>\(xmlEscaped($0))</summary>\n" } ?? ""
        return """
            <entry>
            <id>\(address)</id>
            <title>\(xmlEscaped(page.title))</title>
            <link href="\(address)"/>
            <updated>\(xmlEscaped(change.time))</updated>
            <author><name>\(xmlEscaped(change.author))</name></author>
            \(summary)</entry>

            """
    }
    let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>\(xmlEscaped(base))</id>
        <title>\(xmlEscaped(title))</title>
        <link href="\(xmlEscaped(base))"/>
        <link rel="self" href="\(xmlEscaped(base + Outputs.feedPath))"/>
        <updated>\(xmlEscaped(newest.time))</updated>
        \(entries.joined())</feed>

        """
    return OutputFile(path: Outputs.feedPath, text: text)
}
