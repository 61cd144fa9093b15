import PlaybookCore

extension Rule {
    /// A message so large that mail programs would cut it, and with it the way to unsubscribe.
    static let messageTooLarge = Rule(
        "message-too-large",
        "A message is so large that mail programs cut it.",
        why: "Gmail cuts a message at about 102 KB. The link to unsubscribe is below the cut.",
        example: "digest: {max_items: 20}",
        instead: "digest: {max_items: 5}")

    /// A message that is near the size at which mail programs cut it.
    static let largeMessage = Rule(
        "large-message",
        "A message is near the size at which mail programs cut it.",
        severity: .warning, canBeLowered: true,
        why: "With a few more sentences it would be cut.",
        example: "digest: {max_items: 15}",
        instead: "digest: {max_items: 5}")
}

/// The finding about the size of an HTML part, if it is too large: an error above 100 KB, because Gmail cuts messages at about 102 KB, and a
/// warning above 80 KB (docs/mail.md, "HTML part").
///
/// - Parameter bytes: the size of the HTML before it is encoded. A KB is 1,024 bytes.
/// - Parameter bytes: of the HTML before it is encoded; a KB is 1,024 of them.
func sizeDiagnostics(_ bytes: Int, to contact: String, at place: Place) -> [Diagnostic] {
    guard bytes > 80 * 1_024 else { return [] }
    let size = "the HTML of the message to `\(contact)` has \((bytes + 1_023) / 1_024) KB"
    let help = "shorten the bodies of its snippets, or lower `digest.max_items`"
    if bytes > 100 * 1_024 {
        return [Diagnostic(.messageTooLarge, "\(size); the limit is 100", at: place, help: help)]
    }
    return [Diagnostic(.largeMessage, "\(size); it should have at most 80", at: place, help: help)]
}
