import PlaybookContent
import PlaybookCore

/// The month's messages as pages beside their account's, as they will look. The site's policy allows no styles on elements, so
/// those of the messages become classes of one style sheet; nothing else of a message changes.
struct MessagePreviews: Sendable {
    /// The style sheet's bytes; empty where there are no messages.
    let styles: [UInt8]
    private let pages: [Key: String]
    private static let styleSheet = "\u{1}"

    struct Key: Hashable {
        var account: String
        var email: String
    }

    init(_ plan: MonthPlan?) {
        var sheet = Sheet()
        var pages: [Key: String] = [:]
        for (id, account) in (plan?.accounts ?? [:]).sorted(by: { $0.key.precedes($1.key) }) {
            for contact in account.contacts {
                guard let message = contact.message else { continue }
                pages[Key(account: id, email: contact.email)] = sheet.page(message.html)
            }
        }
        self.pages = pages
        styles = Array(sheet.text.utf8)
    }

    /// The page of a message.
    ///
    /// - Parameter styles: the address of the style sheet from the page.
    func html(_ key: Key, styles: String) -> String? {
        pages[key]?.replacing(Self.styleSheet, with: Self.head(escaped(styles)))
    }

    private static func head(_ styles: String) -> String {
        """
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data: https:; base-uri 'none'; form-action 'none'">
        <meta name="robots" content="noindex, nofollow">
        <meta name="referrer" content="same-origin">
        <link rel="stylesheet" href="\(styles)">
        """
    }

    /// Styles that were on elements, each as a class.
    private struct Sheet {
        private var names: [Substring: String] = [:]
        private var rules: [String] = []
        private var blocks: [Substring] = []

        /// The rules of style blocks come last: they are made to change what is on elements.
        var text: String { (rules + blocks.map(String.init)).joined(separator: "\n") + "\n" }

        mutating func page(_ html: String) -> String {
            var page = ""
            var rest = html[...]
            // The program wrote this HTML: a style is always written as below, and a text can hold no bare quotation mark in a tag.
            while let start = rest.range(of: " style=\""), let end = rest[start.upperBound...].firstIndex(of: "\"") {
                page += withoutBlock(rest[..<start.lowerBound])
                let name = className(rest[start.upperBound..<end])
                rest = rest[rest.index(after: end)...]
                if rest.hasPrefix(" class=\"") {
                    page += " class=\"\(name) "
                    rest = rest.dropFirst(" class=\"".count)
                } else {
                    page += " class=\"\(name)\""
                }
            }
            return page + rest
        }

        private mutating func withoutBlock(_ html: Substring) -> String {
            guard let start = html.range(of: "<style>"), let end = html.range(of: "</style>\n") else { return String(html) }
            let block = html[start.upperBound..<end.lowerBound]
            if !blocks.contains(block) { blocks.append(block) }
            return html[..<start.lowerBound] + MessagePreviews.styleSheet + "\n" + html[end.upperBound...]
        }

        private mutating func className(_ declarations: Substring) -> String {
            if let name = names[declarations] { return name }
            let name = "s\(names.count + 1)"
            names[declarations] = name
            let css = declarations.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
            rules.append(".\(name) { \(css) }")
            return name
        }
    }
}
