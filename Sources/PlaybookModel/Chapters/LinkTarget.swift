/// Where a link inside the content leads.
package enum LinkTarget: Sendable, Hashable {
    /// A chapter's path below `chapters/`, and the id of a heading there.
    case chapter(String, anchor: String?)
    /// A folder of chapters without an index page, by its path below `chapters/`.
    case section(String)
    /// A file that is published unchanged, by its path below the content folder.
    case asset(String)
    /// A snippet that has a page on the site, by its id.
    case snippet(String)
    /// An account that has a page on the site, by its id.
    case account(String)
}
