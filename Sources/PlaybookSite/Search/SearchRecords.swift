import PlaybookMarkup
import PlaybookModel

extension SearchDocument {
    /// What the library has besides chapters: snippets, accounts, the words of the vocabulary. A snippet for named accounts is left out,
    /// for a search shows text out of its place.
    static func records(of listings: Listings) -> [SearchDocument] {
        let configuration = listings.library.configuration
        let shelves = listings.shelves
        func place(_ shelf: Shelves.Shelf, _ id: String) -> String {
            PlaybookSite.address(from: "", toPage: shelves.folder(shelf, id))
        }
        let snippets = listings.snippets.filter { $0.accounts == nil }.map { snippet in
            SearchDocument(
                address: place(.snippets, snippet.id), title: snippet.title, crumbs: "Snippets",
                parts: [Part(text: snippet.summary + " " + snippet.body.document.words)])
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
                parts: [Part(text: text)])
        }
        let made = Set(listings.all().map(\.folder))
        func words(_ shelf: Shelves.Shelf, _ terms: [(id: String, title: String)]) -> [SearchDocument] {
            terms.filter { made.contains(shelves.folder(shelf, $0.id)) }.map { term in
                SearchDocument(
                    address: place(shelf, term.id), title: term.title, crumbs: shelf.title,
                    parts: [Part(text: "\(term.id): chapters and snippets")])
            }
        }
        let kpis = words(.kpis, configuration.kpis.map { ($0.id, $0.title) })
        let roles = words(.roles, configuration.roles.ids.map { ($0, configuration.roles.title($0)) })
        let stages = words(.stages, configuration.stages.map { ($0, capitalised($0)) })
        return [snippets, accounts, kpis, roles, stages].flatMap(\.self)
    }
}

extension Document {
    /// The words of the whole document.
    fileprivate var words: String { searchText(of: 0, without: []) }
}
