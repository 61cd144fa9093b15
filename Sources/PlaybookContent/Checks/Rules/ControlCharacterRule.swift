import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let controlCharacter = Rule(
        "control-character",
        "A control character, or another invisible character that no text needs, such as one that changes the direction of text. Only byte order marks in chapters can be lowered.",
        canBeLowered: true,
        why: """
            Nobody sees it, but programs obey it: it can end a line of a message early, break a feed or a calendar file, or show a name \
            backwards. Joiners in emoji and in Persian, soft hyphens and marks on letters are allowed.
            """,
        example: """
            name: "Acme \\u202Esdooƒ"
            """,
        instead: """
            name: Acme Foods
            """)
}

/// What to do about a forbidden character.
func helpWithForbidden(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x0D, 0x85, 0x2028, 0x2029: "delete it; if a line break is meant, press Enter instead"
    case 0x202A...0x202E, 0x2066...0x2069: "delete it: it changes the direction of the text after it"
    case 0xFEFF: "delete it: a byte order mark belongs at the start of a file"
    default: "delete it: readers do not see it, and programs may read it as a command"
    }
}

/// The finding about a file's or folder's name with a forbidden character, a line break or a tab; nil if the name has
/// none.
func controlCharacters(inName name: String, at place: Place) -> Diagnostic? {
    let breaking = name.unicodeScalars.first { $0 == "\n" || $0 == "\t" }
    guard let scalar = breaking ?? firstForbiddenScalar(in: name) else { return nil }
    return Diagnostic(
        .misplacedFile, "its name has the character `\(scalar.visibleForm)`", at: place, help: "rename it")
}

/// The findings about forbidden characters in a file that is read as text, each at its first place. Carriage returns
/// are allowed, because they end lines.
///
/// - Parameters:
///   - start: the offset at which the search starts.
///   - end: the offset before which it ends; nil for the end of the file.
func controlCharacters(in file: SourceFile, from start: Int, upTo end: Int? = nil) -> [Diagnostic] {
    let bytes = file.bytes[min(start, file.bytes.count)..<(end ?? file.bytes.count)]
    // Most texts have no such character, so their code points need not be checked.
    guard bytes.withUnsafeBufferPointer(mayHaveForbiddenScalars) else { return [] }
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

/// False if a text certainly has neither a forbidden character nor a tag, by the bytes with which these start in UTF-8. False for an empty text.
private func mayHaveForbiddenScalars(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
        // Eight bytes of ASCII without control characters are skipped at once.
        while index + 8 <= bytes.count, isPlain(bytes, at: index) { index += 8 }
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        index += 1
        switch byte {
        case .tab, .lineFeed, .carriageReturn: break
        case 0..<0x20, 0x7F: return true
        // U+0080 to U+009F.
        case 0xC2: if next < 0xA0 { return true }
        // U+2028 to U+202E, and U+2066 to U+206F.
        case 0xE2: if next == 0x80 && third >= 0xA8 && third <= 0xAE || next == 0x81 && third >= 0xA6 { return true }
        // U+FDD0 to U+FDEF, U+FEFF, and U+FFF9 and above.
        case 0xEF: if next == 0xB7 || next == 0xBB || next == 0xBF { return true }
        // Noncharacters end in FFFE or FFFF; tags are in the plane of F3.
        case 0xF0...: if byte >= 0xF3 || third == 0xBF { return true }
        default: break
        }
    }
    return false
}

/// True for eight bytes from 0x20 to 0x7E.
private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // The high bit of each byte is set if the byte is not ASCII, is below 0x20, or is 0x7F.
    let below = word &- 0x2020_2020_2020_2020
    let delete = word &+ 0x0101_0101_0101_0101
    return (word | below | delete) & 0x8080_8080_8080_8080 == 0
}

/// An error that cannot be lowered. Nil for a byte order mark in the text of a chapter, so that settings can lower it: handbooks that were joined
/// from several files have such marks, they do no harm on a page, and no customer gets it.
private func severity(of scalar: Unicode.Scalar, in file: SourceFile) -> Severity? {
    let isForColleagues = ContentPart.chapters.contains(file.name)
    return isForColleagues && scalar == "\u{FEFF}" ? nil : .error
}

/// The findings about forbidden characters written as numbers, such as `&#7;`, that Markdown decodes.
func controlCharacters(writtenAsNumbersIn document: Document, of file: SourceFile) -> [Diagnostic] {
    guard file.bytes.contains("&", before: "#") else { return [] }
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
    guard Array(text.utf8).contains("&", before: "#") else { return [] }
    let numeric = /&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));/.matchingSemantics(.unicodeScalar)
    return text.matches(of: numeric).compactMap { match in
        let number = match.output.1.map { UInt32($0, radix: 16) } ?? match.output.2.map { UInt32($0, radix: 10) }
        // NUL, and numbers that are not a code point, are shown as U+FFFD.
        guard let value = number ?? nil, value > 0, let scalar = Unicode.Scalar(value), scalar.isForbiddenInText else {
            return nil
        }
        let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
        return (scalar, start..<(start + text[match.range].utf8.count))
    }
}

private func isTag(_ scalar: Unicode.Scalar) -> Bool { (0xE0020...0xE007F).contains(scalar.value) }

private func hasTags(_ text: String) -> Bool { text.unicodeScalars.contains(where: isTag) }
