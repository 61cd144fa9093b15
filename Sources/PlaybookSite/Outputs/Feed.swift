import PlaybookCore

/// The chapters that were changed last, for feed readers (RFC 4287).
///
/// - Parameters:
///   - base: the site's address, ending in a slash.
///   - changed: the newest first.
/// - Returns: nil where nothing is known to have changed.
func atomFeed(title: String, base: String, changed: [(page: SiteTree.Page, change: LastChange)]) -> OutputFile? {
    guard let newest = changed.first?.change else { return nil }
    let entries = changed.prefix(50).map { page, change in
        let address = escaped(absoluteAddress(of: page.folder, base: base))
        let summary = page.description.map { "<summary>\(escaped($0))</summary>\n" } ?? ""
        return """
            <entry>
            <id>\(address)</id>
            <title>\(escaped(page.title))</title>
            <link href="\(address)"/>
            <updated>\(escaped(change.time))</updated>
            <author><name>\(escaped(change.author))</name></author>
            \(summary)</entry>

            """
    }
    let text = """
        <?xml version="1.0" encoding="UTF-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <id>\(escaped(base))</id>
        <title>\(escaped(title))</title>
        <link href="\(escaped(base))"/>
        <link rel="self" href="\(escaped(base + Outputs.feedPath))"/>
        <updated>\(escaped(newest.time))</updated>
        \(entries.joined())</feed>

        """
    return OutputFile(path: Outputs.feedPath, text: text)
}
