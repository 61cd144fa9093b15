import PlaybookCore
import PlaybookModel

/// The month's messages as pages beside their account's, as they will look. The site's policy allows no styles on elements, so
/// those of the messages become classes of one style sheet; nothing else of a message changes.
struct MessagePreviews: Sendable {
    /// The style sheet; empty where there are no messages.
    let styles: [UInt8]
    private var pages: [Key: (name: String, html: String)] = [:]
    /// Stands where the head of a page goes; no message has a control character.
    private static let head = "\u{1}"

    struct Key: Hashable, Sendable {
        var account: String
        var email: String
    }

    init(_ plan: MonthPlan?) {
        var sheet = PreviewSheet(head: Self.head)
        for (id, account) in (plan?.accounts ?? [:]).sorted(by: { $0.key.precedes($1.key) }) {
            var taken: Set<String> = []
            for contact in account.contacts {
                guard let message = contact.message else { continue }
                // A folder on disk has at most 255 bytes.
                var name = String(slug(contact.name).prefix(60))
                if name.isEmpty { name = "message" }
                while !taken.insert(name).inserted { name += "-2" }
                pages[Key(account: id, email: contact.email)] = (name, sheet.page(message.html))
            }
        }
        styles = Array(sheet.text.utf8)
    }

    var keys: [Key] { pages.keys.sorted { ($0.account, $0.email) < ($1.account, $1.email) } }

    /// The last part of the page's folder.
    func name(of key: Key) -> String? { pages[key]?.name }

    /// The page of a message.
    ///
    /// - Parameters:
    ///   - styles: the address of the style sheet from the page.
    ///   - icon: that of the site's icon.
    func html(_ key: Key, styles: String, icon: String) -> String? {
        pages[key]?.html.replacing(Self.head, with: Self.head(htmlEscaped(styles), icon: htmlEscaped(icon)))
    }

    private static func head(_ styles: String, icon: String) -> String {
        """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data: https:; base-uri 'none'; form-action 'none'">
        <meta name="robots" content="noindex, nofollow">
        <meta name="referrer" content="same-origin">
        <link rel="icon" href="\(icon)" type="image/svg+xml">
        <link rel="stylesheet" href="\(styles)">
        """
    }
}

/// Styles that were on elements, each as a class.
private struct PreviewSheet {
    let head: String
    private var names: [Substring: String] = [:]
    private var rules: [String] = []
    private var blocks: [Substring] = []

    init(head: String) { self.head = head }

    /// The rules of style blocks come last: they are made to change what is on elements.
    var text: String { (rules + blocks.map(String.init)).joined(separator: "\n") + "\n" }

    /// A message's HTML with classes for styles. The program wrote it: a style is always written as below, and a text can hold no bare
    /// quotation mark in a tag.
    mutating func page(_ html: String) -> String {
        var page = ""
        let parts = withoutBlock(html).split(separator: " style=\"")
        for (index, part) in parts.enumerated() {
            guard index > 0, let end = part.firstIndex(of: "\"") else {
                page += part
                continue
            }
            let name = className(part[..<end])
            let rest = part[part.index(after: end)...]
            let others = " class=\""
            page += " class=\"\(name)" + (rest.hasPrefix(others) ? " " + rest.dropFirst(others.count) : "\"" + rest)
        }
        return page
    }

    private mutating func withoutBlock(_ html: String) -> String {
        let parts = html.split(separator: "<style>", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return html }
        let rest = parts[1].split(separator: "</style>", maxSplits: 1, omittingEmptySubsequences: false)
        guard rest.count == 2 else { return html }
        if !blocks.contains(rest[0]) { blocks.append(rest[0]) }
        return parts[0] + head + rest[1]
    }

    private mutating func className(_ declarations: Substring) -> String {
        if let name = names[declarations] { return name }
        let name = "s\(names.count + 1)"
        names[declarations] = name
        let css = declarations.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing(
            "&amp;", with: "&")
        rules.append(".\(name) { \(css) }")
        return name
    }
}
