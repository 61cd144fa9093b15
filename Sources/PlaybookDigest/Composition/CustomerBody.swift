import PlaybookMarkup

/// The body of an item as it stands in a message. Only a customer's document makes one, so a message cannot show what is
/// meant for colleagues (email.md, "Internal text cannot leak").
struct CustomerBody: Sendable {
    /// For the HTML part, with styles on its elements.
    let html: String
    /// For the text part: lines of at most 72 columns where no word is longer, with notes below.
    let text: String
    /// How many links became notes.
    let noteCount: Int

    /// - Parameters:
    ///   - values: of merge fields.
    ///   - attributes: of elements, from the style sheet.
    ///   - firstNote: the number of the first note in the text.
    init(_ document: CustomerDocument, values: [String: String], attributes: [String: String], firstNote: Int) {
        // Cut again after filling: a document is not a customer's until it has been cut as it is.
        let filled = CustomerDocument(cuttingInternalBlocksFrom: document.document.filling(values)).document
        var options = HTMLOptions()
        options.attributes = attributes
        // The message has the account as its first heading and items as second ones.
        options.headingShift = 2
        html = String(decoding: filled.html(options), as: UTF8.self)
        let plain = filled.plainText(width: 72, firstNote: firstNote)
        let notes = plain.notes.enumerated().map { "[\($0.offset + firstNote)] \($0.element)" }
        text = plain.text + (notes.isEmpty ? "" : "\n\n" + notes.joined(separator: "\n"))
        noteCount = notes.count
    }
}
