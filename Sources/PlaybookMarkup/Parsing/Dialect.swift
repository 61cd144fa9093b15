/// The kind of Markdown that a text is read as.
package enum Dialect: Sendable, Hashable {
    /// CommonMark 0.30 and what docs/markdown.md adds to it.
    case playbook
    /// CommonMark 0.30 alone, for tests against its specification.
    case commonMark
}
