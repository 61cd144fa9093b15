import PlaybookCore
import PlaybookMarkup

/// The body of an item as a message shows it. It can be made only from a `CustomerDocument`, so a message cannot show what is meant for
/// colleagues (docs/mail.md, "Internal text cannot leak").
struct CustomerBody: Sendable {
    /// For the HTML part, with styles on its elements.
    let html: [UInt8]
    /// For the text part, with notes below. No line has more than 72 columns, unless a word is longer.
    let text: [UInt8]
    /// How many links became notes.
    let noteCount: Int
    /// False where no line of the text is longer than 72 bytes; true also where that is not known.
    var hasLongLines = true
}

/// A customer's document, rendered as far as it is the same for all readers of a language.
struct PreparedBody: Sendable {
    private let document: CustomerDocument
    private let options: HTMLOptions
    private let fields: [String]
    /// Nil if a value could change which parts are cut.
    private let html: Stencil?
    /// Nil if a value can change more than the lines of its own paragraph.
    private let text: FilledText?
    private let hasLongLines: Bool

    /// - Parameters:
    ///   - fields: the names of the merge fields in the document.
    ///   - attributes: the attributes for elements, from the style sheet.
    ///   - alertTitles: the titles of alerts in the message's language.
    init(
        _ document: CustomerDocument, fields: [String], attributes: [String: String],
        alertTitles: [Document.Alert: String]
    ) {
        var options = HTMLOptions()
        options.attributes = attributes
        // In a message, the account is a heading of level 1 and each item is a heading of level 2.
        options.headingShift = 2
        options.isMail = true
        options.alertTitles = alertTitles
        options.imageWidth = EmailTemplates.textWidth
        self.document = document
        self.options = options
        self.fields = fields
        let inner = document.document
        html =
            fields.isEmpty || inner.canBeFilledAsItIs
            ? Stencil(fields) { values in Self.html(of: values.isEmpty ? inner : inner.filling(values), options) } : nil
        guard fields.isEmpty || inner.canBeFilledAsItIs && inner.hasFieldsInPlainParagraphsOnly else {
            text = nil
            hasLongLines = true
            return
        }
        let marks = fields.enumerated().map { index, name in (name, Stencil.mark(index)) }
        let marked = fields.isEmpty ? inner : inner.filling(Dictionary(uniqueKeysWithValues: marks))
        let text = FilledText(fields) { Self.text(of: marked, from: $0, alertTitles) }
        self.text = text
        // With a number of two digits in place of one, a line can be longer.
        hasLongLines =
            !fields.isEmpty || [1, 10].contains { text.text(from: $0, [:]).map { !longLines(of: $0).isEmpty } ?? true }
    }

    /// The body for a reader.
    ///
    /// - Parameters:
    ///   - values: the values of merge fields.
    ///   - firstNote: the number of the first note in the text.
    func filled(_ values: [String: String], firstNote: Int) -> CustomerBody {
        let hasAll = fields.allSatisfy { values[$0] != nil }
        if hasAll, let html, let text, let own = text.text(from: firstNote, values) {
            return CustomerBody(
                html: html.filled(values), text: own, noteCount: text.noteCount, hasLongLines: hasLongLines)
        }
        let filled = fields.isEmpty ? document : document.filling(values)
        let text = Self.text(of: filled.document, from: firstNote, options.alertTitles)
        return CustomerBody(
            html: (hasAll ? html?.filled(values) : nil) ?? Self.html(of: filled.document, options),
            text: text.text, noteCount: text.notes)
    }

    private static func html(of document: Document, _ options: HTMLOptions) -> [UInt8] {
        breakingLines(ofHTML: document.html(options))
    }

    private static func text(
        of document: Document, from firstNote: Int, _ alertTitles: [Document.Alert: String]
    ) -> (text: [UInt8], notes: Int) {
        let plain = document.plainText(width: 72, firstNote: firstNote, alertTitles: alertTitles)
        var text = Array(plain.text.utf8)
        if !plain.notes.isEmpty { text.append(.lineFeed) }
        for (index, note) in plain.notes.enumerated() { text += "\n[\(index + firstNote)] \(note)".utf8 }
        return (text, plain.notes.count)
    }
}

extension CustomerDocument {
    /// This document with values in place of its merge fields, cut again: a document is safe for customers only if it was cut in its final form.
    fileprivate func filling(_ values: [String: String]) -> CustomerDocument {
        CustomerDocument(cuttingInternalBlocksFrom: document.filling(values))
    }
}
