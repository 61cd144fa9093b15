/// True for an address that does not lead into the content: one with a scheme, or with a host.
package func isAbsolute(_ url: String) -> Bool {
    if url.startsWithBytes(of: "//") { return true }
    let bytes = url.utf8.span
    for index in bytes.indices {
        switch bytes[index] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"):
            continue
        case UInt8(ascii: ":"): return index > 0
        default: return false
        }
    }
    return false
}

/// A path without `.` and `..`; nil if the path leads above its root.
package func normalised(_ path: String) -> String? {
    let bytes = path.utf8.span
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
        defer { start = end + 1 }
        let startsWithPoint = end > start && bytes[start] == UInt8(ascii: ".")
        switch end - start {
        case 0: continue
        case 1 where startsWithPoint: continue
        case 2 where startsWithPoint && bytes[start + 1] == UInt8(ascii: "."):
            guard !result.isEmpty else { return nil }
            let slash = result.lastIndex(of: UInt8(ascii: "/")) ?? 0
            result.removeSubrange(slash...)
        default:
            if !result.isEmpty { result.append(UInt8(ascii: "/")) }
            for index in start..<end { result.append(bytes[index]) }
        }
    }
    return String(decoding: result, as: UTF8.self)
}
