import PlaybookCore

/// The characters that make a name look different to a program than to a reader, in words for the help of a finding:
/// invisible characters, and letters of other alphabets.
///
/// - Parameters:
///   - written: the name as it is in the text.
///   - name: the name that it is read as.
/// - Returns: an empty list if it is written in plain letters.
func disguises(of written: String, as name: String, _ folding: Folding) -> [String] {
    let scalars = Array(written.unicodeScalars)
    let own = Set(name.unicodeScalars)
    var found: [String] = []
    for (index, scalar) in scalars.enumerated() where !own.contains(scalar) {
        if scalar == "0" || scalar == "1" { found.append("`\(scalar)` is a digit") }
        guard scalar.value >= 0x80 else { continue }
        let code = scalar.codePoint
        let title = scalar.properties.name.map { " (\($0))" } ?? ""
        if scalar.properties.isDefaultIgnorableCodePoint || isMark(scalar) {
            let before = word(scalars[..<index].reversed(), folding).reversed()
            let after = word(scalars[(index + 1)...], folding)
            found.append(
                before.isEmpty || after.isEmpty
                    ? "it contains \(code)\(title)"
                    : "there is \(code)\(title) between `\(text(Array(before)))` and `\(text(after))`")
        } else if case .letters(let letters) = folding.fold(scalar), letters.allSatisfy({ $0 < 0x80 }) {
            found.append("`\(scalar)` is \(code)\(title)")
        }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
}

/// A name in a bold or wide alphabet has a disguise in each letter, so only a few are shown.
func disguiseHelp(_ disguises: [String]) -> String {
    guard !disguises.isEmpty else { return "" }
    let more = disguises.count > 2 ? ", and \(disguises.count - 2) more" : ""
    return "; " + disguises.prefix(2).joined(separator: "; ") + more
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
}

private func word(_ scalars: some Sequence<Unicode.Scalar>, _ folding: Folding) -> [Unicode.Scalar] {
    Array(scalars.prefix { if case .letters = folding.fold($0) { true } else { false } })
}

private func text(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }
