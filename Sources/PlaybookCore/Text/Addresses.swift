/// True for an address that does not lead into the content: one with a scheme, or with a host.
package func isAbsolute(_ url: String) -> Bool {
    if url.startsWithBytes(of: "//") { return true }
    let scheme = url.utf8.prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "+.-".utf8.contains(byte)
        }
    }
    return !scheme.isEmpty && scheme.endIndex < url.utf8.endIndex && url.utf8[scheme.endIndex] == UInt8(ascii: ":")
}

/// A path without `.` and `..`, or nil where it leads above its root.
package func normalised(_ path: String) -> String? {
    var parts: [String] = []
    for part in path.pathParts where part != "." {
        if part != ".." {
            parts.append(part)
        } else if parts.popLast() == nil {
            return nil
        }
    }
    return parts.joined(separator: "/")
}
