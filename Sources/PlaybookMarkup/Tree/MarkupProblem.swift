/// Something that the writer of a text cannot have meant, such as a reference to a footnote that does not exist.
package struct MarkupProblem: Sendable, Hashable {
    /// What the problem is.
    package enum Kind: Sendable, Hashable {
        case undefinedFootnote(String), unusedFootnote(String)
        /// A second definition of a label, which is left out, and the place of the first.
        case duplicateFootnote(String, first: Range<Int>)
        /// A second heading with the same `{#id}`.
        case duplicateHeadingID(String)
    }

    package let kind: Kind
    /// Offsets in the file.
    package let source: Range<Int>

    init(_ kind: Kind, _ source: Range<Int>) {
        self.kind = kind
        self.source = source
    }
}
