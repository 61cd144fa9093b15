import PlaybookCore

/// What is wrong with an address for the header `List-Unsubscribe` of every message (RFC 2369, RFC 8058), and how to
/// correct it.
///
/// - Returns: nil for an `https:` address of at most 800 bytes that consists of characters of RFC 3986, without
///   commas, which separate addresses in the header.
func headerAddressProblem(_ text: String) -> (message: String, help: String?)? {
    let start = "https://"
    guard text.startsWithBytes(of: start), let first = text.utf8.dropFirst(start.utf8.count).first,
        isLetterOrDigit(first)
    else { return ("is not a full address: `\(text)`", "start it with https:// and the name of the server") }
    let isAllowed = { (byte: UInt8) in isLetterOrDigit(byte) || "-._~:/?#[]@!$&'()*+;=%".utf8.contains(byte) }
    if let character = text.first(where: { !$0.utf8.allSatisfy(isAllowed) }) {
        let encoded = percentEncoded(character.utf8) { _ in false }
        return ("has `\(showingInvisibles(String(character)))`, which no address can have", "write `\(encoded)`")
    }
    let limit = 800
    guard text.utf8.count <= limit else {
        return ("has \(text.utf8.count) bytes, and each message carries it", "use one of at most \(limit)")
    }
    return nil
}
