/// Something in a text that its writer cannot have meant, such as a reference to a footnote that there is not.
package struct MarkupProblem: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case undefinedFootnote(String), unusedFootnote(String)
        /// A second definition of a label, and where the first is; the second is left out.
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
