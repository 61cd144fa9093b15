import PlaybookCore
import PlaybookModel

/// The folders of the pages that are made from the library: lists, records, and pages for printing. The pages of
/// messages are not included.
struct MadeFolders: Sendable {
    let folders: [String]

    init(_ library: Library, _ tree: SiteTree, _ listings: Listings, lists: [Listing], prints: PrintPages) {
        let shelves = listings.shelves
        let accounts = lists.contains { $0.folder == shelves.folder(.accounts) } ? library.accounts : []
        folders =
            lists.map(\.folder) + listings.snippets.map { shelves.folder(.snippets, $0.id) }
            + accounts.map { shelves.folder(.accounts, $0.id) } + prints.sections.map(prints.folder)
    }
}

/// The findings about aliases with the address of a page that is made from the library. Such an alias could not
/// redirect.
package func aliasDiagnostics(of library: Library) -> [Diagnostic] {
    guard library.chapters.contains(where: { !$0.frontMatter.aliases.isEmpty }) else { return [] }
    let tree = SiteTree(library)
    let listings = Listings(library: library, tree: tree, shelves: Shelves(tree))
    let lists = listings.all() + [PageBuilder.accountList(library, listings.shelves)].compactMap { $0 }
    let made = MadeFolders(library, tree, listings, lists: lists, prints: PrintPages(tree))
    let taken = Set(made.folders.map { $0.lowercased() })
    return library.chapters.flatMap { chapter in
        chapter.frontMatter.aliases.compactMap(AliasPath.init).filter { taken.contains($0.address.lowercased()) }.map {
            path in
            Diagnostic(
                .collidingPages, "the site has a page of its own at the alias `/\(path.address)`",
                at: chapter.source.place,
                help: "remove the alias")
        }
    }
}
