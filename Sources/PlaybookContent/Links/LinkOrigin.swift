import PlaybookCore
import PlaybookModel

/// The file that a link stands in.
struct LinkOrigin {
    /// Its name below the content folder, such as `shared/first-hour.md`.
    let name: String
    /// The chapter that an address of a heading alone, such as `#steps`, leads to; nil where there is none.
    let page: String?

    init(name: String, page: String?) {
        self.name = name
        self.page = page
    }

    /// A file that is included on a page. A chapter has a page of its own; other files are only where they are included.
    init(_ name: String, on page: LinkOrigin) {
        self.name = name
        self.page = ContentPart.chapters.path(of: name) ?? page.page
    }
}
