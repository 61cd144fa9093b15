/// The start of a name, cut between two characters, because file systems allow only 255 bytes.
///
/// - Parameter limit: the most bytes that the result may have.
package func shortened(_ name: String, toBytes limit: Int) -> String {
    if name.utf8.count <= limit { return name }
    var result = String.UnicodeScalarView()
    var count = 0
    for scalar in name.unicodeScalars {
        count += UTF8.width(scalar)
        if count > limit { break }
        result.append(scalar)
    }
    return String(result)
}
