/// Kinds of nodes that a pass may look for.
struct KindSet: OptionSet, Sendable {
    let rawValue: UInt16

    static var blockQuote: KindSet { KindSet(rawValue: 1 << 0) }
    static var item: KindSet { KindSet(rawValue: 1 << 1) }
    static var heading: KindSet { KindSet(rawValue: 1 << 2) }
    /// Blocks and inlines of HTML.
    static var html: KindSet { KindSet(rawValue: 1 << 3) }
    /// The section of footnotes, footnotes, and references to them.
    static var footnotes: KindSet { KindSet(rawValue: 1 << 4) }
    static var link: KindSet { KindSet(rawValue: 1 << 5) }
    static var image: KindSet { KindSet(rawValue: 1 << 6) }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ kind: Document.Kind) {
        switch kind {
        case .blockQuote: self = .blockQuote
        case .item: self = .item
        case .heading: self = .heading
        case .htmlBlock, .htmlInline: self = .html
        case .footnotes, .footnote, .footnoteReference: self = .footnotes
        case .link: self = .link
        case .image: self = .image
        default: self = []
        }
    }
}
