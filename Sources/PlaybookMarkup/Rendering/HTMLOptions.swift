/// How a document becomes HTML. The default options give what CommonMark's reference renderer gives in its safe mode.
package struct HTMLOptions: Sendable {
    /// Keep raw HTML as it is written. Otherwise it is left out, except `<br>`, which is harmless and separates
    /// words.
    package var rawHTML = false
    /// Leave comments out of raw HTML that is kept.
    package var omitsComments = false
    /// The ids of headings; a heading that is not among them has no id.
    package var headingIDs: [NodeID: String] = [:]
    /// Added to every heading's level, up to 6.
    package var headingShift = 0
    /// Attributes for elements by name, such as `style="…"` for `p`; empty for none.
    package var attributes: [String: String] = [:]
    /// Subtrees to leave out, such as a heading that the page shows elsewhere.
    package var omitted: Set<NodeID> = []
    /// Wrap tables in an element that can scroll by itself.
    package var wrapsTables = false
    /// Align cells with the classes `align-right` and `align-center`, for pages whose policy forbids `style`
    /// attributes.
    package var alignsByClass = false
    /// Label the check boxes of tasks for people who cannot see them.
    package var labelsTasks = false
    /// Show internal blocks as alerts, without the marker at their start.
    package var showsInternalBlocks = false
    /// Show the title of a code block and mark its lines, as its info string says: `yaml title="playbook.yml"
    /// {2,4-6}`.
    package var readsCodeInfo = false
    /// For a message: no links inside the page and no form elements. Alerts become quotations, because a message has its styles on elements.
    package var isMail = false
    /// The titles of alerts in the reader's language. An alert that is not among them has its English title.
    package var alertTitles: [Document.Alert: String] = [:]
    /// The width in pixels of images that have none; nil to leave them without a width.
    package var imageWidth: Int?
    /// Let browsers load images only when they come near the screen.
    package var lazyImages = false

    package init() {}
    /// For pages, which colleagues read, and whose policy allows no styles on elements.
    package static var page: HTMLOptions {
        var options = HTMLOptions()
        options.lazyImages = true
        options.wrapsTables = true
        options.alignsByClass = true
        options.labelsTasks = true
        options.showsInternalBlocks = true
        options.readsCodeInfo = true
        return options
    }
}
