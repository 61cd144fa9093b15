import PlaybookCore
import PlaybookModel

/// The file that contains a link.
struct LinkOrigin {
    /// Its name below the content folder, such as `shared/first-hour.md`.
    let name: String
    /// The chapter that an address with only a heading, such as `#steps`, leads to; nil if there is none.
    let page: String?

    init(name: String, page: String?) {
        self.name = name
        self.page = page
    }

    /// A file that is included on a page. A chapter has a page of its own; the contents of other files are only on the pages that include them.
    init(_ name: String, on page: LinkOrigin) {
        self.name = name
        self.page = ContentPart.chapters.path(of: name) ?? page.page
    }
}
