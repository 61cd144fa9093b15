import PlaybookCore

/// The name of a file or folder for an id or an address. Two ids never give the same name, not even on a disk that ignores case, and no name
/// leads out of its folder: lower-case letters, digits and `@ . _ - +` stay; everything else, and a dot at the start, becomes `=` and two digits.
package func safeName(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var output: [UInt8] = []
    for byte in name.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): output.append(byte)
        case UInt8(ascii: ".") where !output.isEmpty: output.append(byte)
        case _ where "@_-+".utf8.contains(byte): output.append(byte)
        default: output += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    // File systems allow 255 bytes. No short name contains `=x`, so none can equal a long name with its hash.
    if output.count <= 200 { return String(decoding: output, as: UTF8.self) }
    return String(decoding: output.prefix(100), as: UTF8.self) + "=x" + sha256(Array(name.utf8))
}
