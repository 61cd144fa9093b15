import PlaybookCore

/// A message as it goes over the wire: header fields, then the same content as plain text and, last and so preferred,
/// as HTML (RFC 2046, section 5.1.4). 7-bit, with CR LF line endings only.
struct Mail: Sendable {
    let fields: [HeaderField]
    let text: String
    let html: String
    /// Any text that differs between messages; plain ASCII letters and digits.
    let boundaryToken: String

    var bytes: [UInt8] {
        // Quoted-printable has an equals sign only before a digit, A to F or a line ending, so `=_` is in no body
        // (RFC 2045, section 6.7).
        let boundary = "=_\(boundaryToken)"
        var output: [UInt8] = []
        for field in fields { output += field.bytes }
        output += lines([
            "MIME-Version: 1.0", "Content-Type: multipart/alternative;", " boundary=\"\(boundary)\"", "",
        ])
        output += part("text/plain", text, boundary)
        output += part("text/html", html, boundary)
        return output + lines(["--\(boundary)--"])
    }

    private func part(_ type: String, _ content: String, _ boundary: String) -> [UInt8] {
        let head = [
            "--\(boundary)", "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        ]
        var body = quotedPrintable(Array(content.utf8))
        if body.last != .lineFeed { body += [.carriageReturn, .lineFeed] }
        return lines(head) + body
    }

    private func lines(_ lines: [String]) -> [UInt8] { Array(lines.map { $0 + "\r\n" }.joined().utf8) }
}
