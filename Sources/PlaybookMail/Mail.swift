import PlaybookCore

/// A message as it is transmitted: header fields, then the same content as plain text and as HTML. The HTML is last, because mail programs prefer
/// the last part (RFC 2046, section 5.1.4). If there are attachments, both come before them in a part of their own. Everything is 7-bit, with CR
/// LF as the only line ending.
package struct Mail: Sendable {
    let fields: [HeaderField]
    let text: [UInt8]
    let html: [UInt8]
    let attachments: [Attachment]
    /// A text that differs between messages, made of ASCII letters and digits.
    let boundaryToken: String

    package init(
        fields: [HeaderField], text: [UInt8], html: [UInt8], attachments: [Attachment], boundaryToken: String
    ) {
        self.fields = fields
        self.text = text
        self.html = html
        self.attachments = attachments
        self.boundaryToken = boundaryToken
    }

    /// A text that is attached to the message.
    package struct Attachment: Sendable {
        let type: String
        /// The name of its file: ASCII letters, digits, hyphens and dots.
        private(set) var fileName: String
        /// Encoded: the same event comes with many messages.
        let body: [UInt8]

        /// - Parameters:
        ///   - type: the media type with its parameters, such as `text/calendar; charset=utf-8`.
        ///   - fileName: ASCII letters, digits, hyphens and dots.
        init(type: String, fileName: String, content: String) {
            (self.type, self.fileName) = (type, fileName)
            var body: [UInt8] = []
            body.append(body: Array(content.utf8))
            self.body = body
        }

        /// The same with the name of another file.
        package func named(_ fileName: String) -> Attachment {
            var result = self
            result.fileName = fileName
            return result
        }
    }

    /// The message as it is sent.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(2_048 + text.count + html.count * 9 / 8)
        for field in fields { field.write(to: &output) }
        output.append(line: "MIME-Version: 1.0")
        // In quoted-printable, an equals sign comes only before a digit, A to F or a line ending, so no body contains `=_` (RFC 2045, section
        // 6.7).
        let inner = "=_\(boundaryToken)"
        guard !attachments.isEmpty else {
            writeAlternatives(inner, to: &output)
            return output
        }
        let outer = "=_m\(boundaryToken)"
        output.append(container: "mixed", outer)
        output.append(line: "--\(outer)")
        writeAlternatives(inner, to: &output)
        for attachment in attachments {
            output.append(line: "--\(outer)")
            output.append(head: attachment.type)
            output.append(line: "Content-Disposition: attachment; filename=\"\(attachment.fileName)\"")
            output.append(line: "")
            output += attachment.body
        }
        output.append(line: "--\(outer)--")
        return output
    }

    private func writeAlternatives(_ boundary: String, to output: inout [UInt8]) {
        output.append(container: "alternative", boundary)
        output.append(line: "--\(boundary)")
        output.append(head: "text/plain; charset=utf-8")
        output.append(line: "")
        output.append(body: text)
        output.append(line: "--\(boundary)")
        output.append(head: "text/html; charset=utf-8")
        output.append(line: "")
        output.append(body: html)
        output.append(line: "--\(boundary)--")
    }
}

extension [UInt8] {
    fileprivate mutating func append(line: String) {
        append(contentsOf: line.utf8)
        append(.carriageReturn)
        append(.lineFeed)
    }

    fileprivate mutating func append(container kind: String, _ boundary: String) {
        append(line: "Content-Type: multipart/\(kind);")
        append(line: " boundary=\"\(boundary)\"")
        append(line: "")
    }

    fileprivate mutating func append(head type: String) {
        append(line: "Content-Type: \(type)")
        append(line: "Content-Transfer-Encoding: quoted-printable")
    }

    fileprivate mutating func append(body: [UInt8]) {
        appendQuotedPrintable(body)
        if body.isEmpty || last != .lineFeed { append(line: "") }
    }
}
