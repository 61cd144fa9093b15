import PlaybookMarkup
import PlaybookModel

extension SearchDocument {
    /// What the library has besides chapters: snippets, accounts, and the words of the vocabulary. Snippets for named
    /// accounts are left out, because results show text out of context.
    static func records(of listings: Listings) -> [SearchDocument] {
        let configuration = listings.library.configuration
        let shelves = listings.shelves
        func place(_ shelf: Shelves.Shelf, _ id: String) -> String {
            PlaybookSite.address(from: "", toPage: shelves.folder(shelf, id))
        }
        let snippets = listings.snippets.filter { $0.accounts == nil }.map { snippet in
            SearchDocument(
                address: place(.snippets, snippet.id), title: snippet.title, crumbs: "Snippets",
                parts: [Part(text: words(snippet.summary, snippet.body.document))])
        }
        let shown = configuration.site.accounts ? listings.library.accounts : []
        let accounts = shown.map { account -> SearchDocument in
            let people = account.contacts.map { contact in
                let roles = contact.roles.map(configuration.roles.title).joined(separator: ", ")
                return contact.name + (roles.isEmpty ? "" : " (\(roles))")
            }
            let products = account.products.keys.sortedByBytes().map(configuration.products.title)
            let industry = account.industry.map(configuration.industries.title)
            let words = (industry.map { [$0] } ?? []) + people + products
            let text = words.joined(separator: ", ")
            return SearchDocument(
                address: place(.accounts, account.id), title: account.name, crumbs: "Accounts",
                parts: [Part(text: Array(text.utf8))])
        }
        let made = Set(listings.all().map(\.folder))
        func terms(_ shelf: Shelves.Shelf, _ all: [(id: String, title: String)]) -> [SearchDocument] {
            all.filter { made.contains(shelves.folder(shelf, $0.id)) }.map { term in
                SearchDocument(
                    address: place(shelf, term.id), title: term.title, crumbs: shelf.title,
                    parts: [Part(text: Array("\(term.id): chapters and snippets".utf8))])
            }
        }
        let kpis = terms(.kpis, configuration.kpis.map { ($0.id, $0.title) })
        let roles = terms(.roles, configuration.roles.ids.map { ($0, configuration.roles.title($0)) })
        let stages = terms(.stages, configuration.stages.map { ($0, capitalised($0)) })
        return [snippets, accounts, kpis, roles, stages].flatMap(\.self)
    }
}

/// A summary, and the words of a document.
private func words(_ summary: String, _ document: Document) -> [UInt8] {
    var text = Array((summary + " ").utf8)
    document.appendWords(of: 0, without: [], to: &text)
    return text
}
