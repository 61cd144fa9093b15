import PlaybookMarkup

/// The body of an item as it stands in a message. Only a customer's document makes one, so a message cannot show what
/// is meant for colleagues (docs/mail.md, "Internal text cannot leak").
struct CustomerBody: Sendable {
    /// For the HTML part, with styles on its elements.
    let html: String
    /// For the text part: lines of at most 72 columns where no word is longer, with notes below.
    private(set) var text = ""
    /// How many links became notes.
    private(set) var noteCount = 0
    /// The lines of `text` that a line of prose would be wrapped at.
    private(set) var longLines: [Substring] = []
    private let document: Document
    private let alertTitles: [Document.Alert: String]

    /// - Parameters:
    ///   - values: of merge fields.
    ///   - attributes: of elements, from the style sheet.
    ///   - firstNote: the number of the first note in the text.
    ///   - alertTitles: in the message's language.
    init(
        _ document: CustomerDocument, values: [String: String], attributes: [String: String], firstNote: Int,
        alertTitles: [Document.Alert: String]
    ) {
        self.alertTitles = alertTitles
        let filled = values.isEmpty ? document : document.filling(values)
        self.document = filled.document
        var options = HTMLOptions()
        options.attributes = attributes
        // The message has the account as its first heading and items as second ones.
        options.headingShift = 2
        options.isMail = true
        options.alertTitles = alertTitles
        options.imageWidth = EmailTemplates.textWidth
        html = String(decoding: filled.document.html(options), as: UTF8.self)
        number(from: firstNote)
    }

    /// A body that was made with 1 as its first note, with its notes counted from another number.
    func numbered(from firstNote: Int) -> CustomerBody {
        if firstNote == 1 || noteCount == 0 { return self }
        var result = self
        result.number(from: firstNote)
        return result
    }

    private mutating func number(from firstNote: Int) {
        let plain = document.plainText(width: 72, firstNote: firstNote, alertTitles: alertTitles)
        let notes = plain.notes.enumerated().map { "[\($0.offset + firstNote)] \($0.element)" }
        text = plain.text + (notes.isEmpty ? "" : "\n\n" + notes.joined(separator: "\n"))
        noteCount = notes.count
        longLines = lines(of: text).filter { $0.utf8.count > 72 }
    }
}

extension CustomerDocument {
    /// This document with its merge fields replaced by values, and cut again: a document is not a customer's until it
    /// has been cut as it is.
    fileprivate func filling(_ values: [String: String]) -> CustomerDocument {
        CustomerDocument(cuttingInternalBlocksFrom: document.filling(values))
    }
}
