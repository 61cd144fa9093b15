/// How a document becomes HTML. The plain value gives exactly what CommonMark's reference renderer gives, safely.
package struct HTMLOptions: Sendable {
    /// Keep raw HTML as it is written. Otherwise it is left out, but for `<br>`, which can do no harm and parts words.
    package var rawHTML = false
    /// Leave comments out of raw HTML that is kept.
    package var omitsComments = false
    /// The ids of headings; none for those that are not here.
    package var headingIDs: [NodeID: String] = [:]
    /// Put before the ids of headings and footnotes, for a page with more than one document.
    package var idPrefix = ""
    /// Added to every heading's level, up to 6.
    package var headingShift = 0
    /// Attributes for elements by name, such as `style="…"` for `p`; empty for none.
    package var attributes: [String: String] = [:]
    /// Other addresses for links and images, ready for an attribute but for escaping.
    package var addresses: [NodeID: String] = [:]
    /// Subtrees to leave out, such as the heading that a page shows by itself.
    package var omitted: Set<NodeID> = []
    /// Put tables into an element that can scroll by itself.
    package var wrapsTables = false
    /// Align cells by classes `align-right` and `align-center`, for pages whose policy allows no styles on elements.
    package var alignsByClass = false
    /// Say what a task's box means to those who do not see it.
    package var labelsTasks = false
    /// Show blocks for colleagues as alerts, without the marker that they start with.
    package var showsInternalBlocks = false
    /// Show the title of a code block and mark its lines, as its info string says: `yaml title="playbook.yml" {2,4-6}`.
    package var readsCodeInfo = false
    /// For a message: no links inside the page, no form elements, and alerts as quotations, because only elements have styles there.
    package var isMail = false
    /// The titles of alerts in the reader's language; one that is not among them has its English title.
    package var alertTitles: [Document.Alert: String] = [:]
    /// The width of images that name none, in pixels; nil for their own.
    package var imageWidth: Int?
    /// Leave images until they come near the screen.
    package var lazyImages = false

    package init() {}
}
