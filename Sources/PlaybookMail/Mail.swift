import PlaybookCore

/// A message as it goes over the wire: header fields, then the same content as plain text and, last and so preferred,
/// as HTML (RFC 2046, section 5.1.4). Where there are attachments, both stand before them in a part of their own.
/// 7-bit, with CR LF line endings only.
package struct Mail: Sendable {
    let fields: [HeaderField]
    let text: String
    let html: String
    let attachments: [Attachment]
    /// A text that differs between messages, made of ASCII letters and digits.
    let boundaryToken: String

    package init(
        fields: [HeaderField], text: String, html: String, attachments: [Attachment], boundaryToken: String
    ) {
        self.fields = fields
        self.text = text
        self.html = html
        self.attachments = attachments
        self.boundaryToken = boundaryToken
    }

    /// A text that comes with the message.
    package struct Attachment: Sendable {
        /// With its parameters, such as `text/calendar; charset=utf-8`.
        let type: [String]
        /// ASCII letters, digits, hyphens and dots.
        let fileName: String
        let content: String

        package init(type: [String], fileName: String, content: String) {
            self.type = type
            self.fileName = fileName
            self.content = content
        }
    }

    /// The message as it is sent.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        for field in fields { output += field.bytes }
        output += lines(["MIME-Version: 1.0"])
        // In quoted-printable an equals sign only stands before a digit, A to F or a line ending, so `=_` is in no
        // body (RFC 2045, section 6.7).
        let inner = "=_\(boundaryToken)"
        guard !attachments.isEmpty else { return output + alternatives(inner) }
        let outer = "=_m\(boundaryToken)"
        output += container("mixed", outer)
        output += lines(["--\(outer)"]) + alternatives(inner)
        for attachment in attachments {
            output += lines(["--\(outer)"] + head(attachment.type))
            output += lines(["Content-Disposition: attachment; filename=\"\(attachment.fileName)\"", ""])
            output += body(attachment.content)
        }
        return output + lines(["--\(outer)--"])
    }

    private func alternatives(_ boundary: String) -> [UInt8] {
        var output = container("alternative", boundary)
        for (type, content) in [("text/plain", text), ("text/html", html)] {
            output += lines(["--\(boundary)"] + head([type, "charset=utf-8"]) + [""])
            output += body(content)
        }
        return output + lines(["--\(boundary)--"])
    }

    private func container(_ kind: String, _ boundary: String) -> [UInt8] {
        lines(["Content-Type: multipart/\(kind);", " boundary=\"\(boundary)\"", ""])
    }

    private func head(_ type: [String]) -> [String] {
        ["Content-Type: \(type.joined(separator: "; "))", "Content-Transfer-Encoding: quoted-printable"]
    }

    private func body(_ content: String) -> [UInt8] {
        let bytes = quotedPrintable(Array(content.utf8))
        return bytes.last == .lineFeed ? bytes : bytes + [.carriageReturn, .lineFeed]
    }

    private func lines(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\r\n" }.joined().utf8) }
}
