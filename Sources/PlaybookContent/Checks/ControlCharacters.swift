import PlaybookCore
import PlaybookMarkup

/// What to do about a forbidden character.
func helpWithForbidden(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x0D, 0x85, 0x2028, 0x2029: "delete it, and start a new line with the Enter key where one is meant"
    case 0x202A...0x202E, 0x2066...0x2069: "delete it: it changes the direction of the text behind it"
    case 0xFEFF: "delete it: a byte order mark belongs at the start of a file"
    default: "delete it: readers do not see it, and programs can take it for a command"
    }
}

/// The finding about a file's or folder's name with a forbidden character, a line break or a tab; nil if it has none.
func controlCharacters(inName name: String, at place: Place) -> Diagnostic? {
    let breaking = name.unicodeScalars.first { $0 == "\n" || $0 == "\t" }
    guard let scalar = breaking ?? firstForbiddenScalar(in: name) else { return nil }
    return Diagnostic(
        .misplacedFile, "its name has the character `\(scalar.visibleForm)`", at: place, help: "rename it")
}

/// The forbidden characters of a file that is read as text, each at its first place. Carriage returns end lines here.
///
/// - Parameters:
///   - start: the offset at which the search starts.
///   - end: the offset before which it ends; nil for the end of the file.
func controlCharacters(in file: SourceFile, from start: Int, upTo end: Int? = nil) -> [Diagnostic] {
    let bytes = file.bytes[min(start, file.bytes.count)..<(end ?? file.bytes.count)]
    // Most texts are ASCII, and their code points need not be looked at.
    guard bytes.contains(where: { $0 >= 0x7F || ($0 < 0x20 && $0 != .tab && $0 != .lineFeed && $0 != .carriageReturn) })
    else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.contains(where: { $0.isForbiddenInText && $0 != "\r" }) || hasTags(text) else {
        return []
    }
    var counts: [Unicode.Scalar: Int] = [:]
    var first: [(scalar: Unicode.Scalar, source: Range<Int>)] = []
    var offset = start
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        let end = offset + UTF8.width(scalar)
        // Whether a tag character is hidden text depends on the character before it.
        let near = (before.map { String($0) } ?? "") + String(scalar)
        let isHidden = isTag(scalar) && !(before.map(isTag) ?? false) && firstForbiddenScalar(in: near) == scalar
        if (scalar.isForbiddenInText && scalar != "\r") || isHidden {
            counts[scalar, default: 0] += 1
            if counts[scalar] == 1 { first.append((scalar, offset..<end)) }
        }
        before = scalar
        offset = end
    }
    return first.map { scalar, source in
        let count = counts[scalar] ?? 1
        return Diagnostic(
            .controlCharacter,
            "the text has the character `\(scalar.visibleForm)`" + (count > 1 ? ", \(count) times" : ""),
            at: file.place(source), help: helpWithForbidden(scalar), severity: severity(of: scalar, in: file))
    }
}

/// An error that cannot be lowered; nil, for the rule's own severity, for byte order marks in the texts of chapters.
/// Handbooks that were joined from several files have them, they do nothing on a page, and customers do not get
/// chapters.
private func severity(of scalar: Unicode.Scalar, in file: SourceFile) -> Severity? {
    let isForColleagues = file.name.startsWithBytes(of: "chapters/")
    return isForColleagues && scalar == "\u{FEFF}" ? nil : .error
}

/// The forbidden characters that are written as numbers such as `&#7;`, where Markdown decodes them.
func controlCharacters(writtenAsNumbersIn document: Document, of file: SourceFile) -> [Diagnostic] {
    let hasNumbers = zip(file.bytes, file.bytes.dropFirst()).contains {
        $0 == UInt8(ascii: "&") && $1 == UInt8(ascii: "#")
    }
    guard hasNumbers else { return [] }
    return document.nodes.indices.flatMap { index -> [Diagnostic] in
        let node = document.nodes[index]
        guard node.file == 0, document.decodedTexts(of: NodeID(index)).contains(where: hasForbiddenScalar) else {
            return []
        }
        let start = Int(node.source.lowerBound)
        return references(in: file.text(start..<Int(node.source.upperBound))).map { scalar, range in
            let source = (start + range.lowerBound)..<(start + range.upperBound)
            return Diagnostic(
                .controlCharacter, "the text has the character `\(scalar.visibleForm)`, written as a number",
                at: file.place(source), help: helpWithForbidden(scalar), severity: severity(of: scalar, in: file))
        }
    }
}

private func hasForbiddenScalar(_ text: String) -> Bool { firstForbiddenScalar(in: text) != nil }

/// The numeric references to forbidden characters, with their offsets (CommonMark 0.30, section 2.5).
private func references(in text: String) -> [(scalar: Unicode.Scalar, range: Range<Int>)] {
    guard text.utf8.contains("&", before: "#") else { return [] }
    let numeric = /&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));/.matchingSemantics(.unicodeScalar)
    return text.matches(of: numeric).compactMap { match in
        let number = match.output.1.map { UInt32($0, radix: 16) } ?? match.output.2.map { UInt32($0, radix: 10) }
        // NUL, and what is no code point, are shown as U+FFFD.
        guard let value = number ?? nil, value > 0, let scalar = Unicode.Scalar(value), scalar.isForbiddenInText else {
            return nil
        }
        let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
        return (scalar, start..<(start + text[match.range].utf8.count))
    }
}

private func isTag(_ scalar: Unicode.Scalar) -> Bool { (0xE0020...0xE007F).contains(scalar.value) }

private func hasTags(_ text: String) -> Bool { text.unicodeScalars.contains(where: isTag) }
