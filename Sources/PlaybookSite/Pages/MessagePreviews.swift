import PlaybookCore
import PlaybookModel

/// The messages of the month as pages below their accounts' pages, as they will look. The content security policy of the site forbids styles on
/// elements, so the pages use classes of one style sheet.
struct MessagePreviews: Sendable {
    /// The style sheet; empty if there are no messages.
    let styles: [UInt8]
    private var names: [Key: String] = [:]
    private let pages: MonthPlan.Pages?

    struct Key: Hashable, Sendable {
        var account: String
        var email: String
    }

    init(_ plan: MonthPlan?) {
        pages = plan?.pages
        styles = plan?.pages?.styles ?? []
        guard let plan, pages != nil else { return }
        for (id, account) in plan.accounts {
            var taken: Set<String> = []
            for contact in account.contacts where contact.message != nil {
                // The name of a folder has at most 255 bytes.
                var name = String(slug(contact.name).prefix(60))
                if name.isEmpty { name = "message" }
                while !taken.insert(name).inserted { name += "-2" }
                names[Key(account: id, email: contact.email)] = name
            }
        }
    }

    var keys: [Key] { names.keys.sorted { ($0.account, $0.email) < ($1.account, $1.email) } }

    /// The last part of the page's folder; nil if there is no such message.
    func name(of key: Key) -> String? { names[key] }

    /// The page of a message; nil if there is no such message.
    ///
    /// - Parameters:
    ///   - styles: the address of the style sheet, relative to the page.
    ///   - icon: the address of the site's icon, relative to the page.
    func html(_ key: Key, styles: String, icon: String) -> [UInt8]? {
        let head = Self.head(htmlEscaped(styles), icon: htmlEscaped(icon))
        return names[key] == nil ? nil : pages?.page(key.account, key.email, Array(head.utf8))
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
