import PlaybookCore

/// What there is to say about the size of an HTML part: an error above 100 KB, for Gmail cuts messages at about 102,
/// and a warning above 80 KB (docs/mail.md, "HTML part").
///
/// - Parameter bytes: of the HTML before it is encoded; a KB is 1,024 of them.
func sizeDiagnostics(_ bytes: Int, to contact: String, at place: Place) -> [Diagnostic] {
    guard bytes > 80 * 1_024 else { return [] }
    let size = "the HTML of the message to `\(contact)` has \((bytes + 1_023) / 1_024) KB"
    let help = "shorten the bodies of its snippets, or lower `digest.max_items`"
    if bytes > 100 * 1_024 {
        return [Diagnostic(.messageTooLarge, "\(size), and 100 are the most", at: place, help: help)]
    }
    return [Diagnostic(.largeMessage, "\(size), and 80 should be the most", at: place, help: help)]
}
