import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The files of a new content folder, made from an existing one: its chapters with their pictures, and its settings
/// without those about the company. Customers, everything about them, and snippets are left out.
///
/// - Parameters:
///   - loaded: the result of `load` for the folder.
///   - owner: the owner of all chapters in the new folder, with their id.
/// - Returns: the new files; `copied` names the files that are copied unchanged. Nil if the folder has errors.
package func starter(
    from folder: ContentFolder, _ loaded: LoadedContent, owner: (id: String, person: Person)
) -> (files: [SourceFile], copied: [String])? {
    guard let library = loaded.library else { return nil }
    let chapters = Dictionary(library.chapters.map { (ContentPart.chapters.name(of: $0.path), $0) }) { first, _ in first
    }
    let files = folder.files.compactMap { file -> SourceFile? in
        if file.name == "playbook.yml" { return starterSettings(file, owner: owner) }
        if let chapter = chapters[file.name] { return starterChapter(chapter, owner: owner.id) }
        return ContentPart.shared.contains(file.name) ? file : nil
    }
    return (files, folder.others.filter { ContentPart.assets.contains($0) || ContentPart.chapters.contains($0) })
}

/// A chapter with another owner, and without links to files that are left out.
private func starterChapter(_ chapter: Chapter, owner: String) -> SourceFile {
    var bytes = chapter.source.bytes
    // From the end, so that the places of earlier links stay valid. The text of a link is kept.
    for link in chapter.recordLinks.sorted(by: { $0.lowerBound > $1.lowerBound }) {
        let source = bytes[link]
        let ends = source.indices.dropLast().filter {
            source[$0] == UInt8(ascii: "]") && source[$0 + 1] == UInt8(ascii: "(")
        }
        // The first bracket ends the text, unless an image is in it; a title can contain the same characters.
        guard let end = source.contains(UInt8(ascii: "!")) ? ends.last : ends.first, source.first == UInt8(ascii: "[")
        else { continue }
        bytes.replaceSubrange(link, with: source[(source.startIndex + 1)..<end])
    }
    let text = SourceFile(path: "", name: "", bytes: bytes).unixText
    let parts = text.split(separator: "\n---\n", maxSplits: 1, omittingEmptySubsequences: false)
    guard text.hasPrefix("---\n"), parts.count == 2 else { return chapter.source.with(text) }
    // An owner is on a line of its own, or between the braces of a play.
    let head = parts[0].replacing(/(?m)((?:^\s*|[{,]\s*)"?owner"?:[ \t]*)[^,}\n]*/) { "\($0.output.1)\(owner)" }
    return chapter.source.with(head + "\n---\n" + parts[1])
}

/// The settings. Settings about the company become comments, to be filled in.
private func starterSettings(_ file: SourceFile, owner: (id: String, person: Person)) -> SourceFile {
    let blocks = SettingsBlock.blocks(of: file.unixText)
    let text = blocks.map { block -> String in
        var (before, lines) = (block.before, block.lines)
        switch block.key {
        case "site":
            lines = lines.map { $0.wholeMatch(of: /\s+(base_url|edit_url):.*/) == nil ? $0 : "  # " + $0.trimmingStart }
        case "company":
            before.append("# Needed as soon as there are accounts: remove the # signs and fill it in.")
            lines = lines.map { "# " + $0 }
        case "people":
            let email = owner.person.email.map { ", email: \(quotedYAML($0))" } ?? ""
            lines = ["people:", "  \(owner.id): {name: \(quotedYAML(owner.person.name))\(email)}"]
        case "languages":
            // They belong to the vocabulary, which is the first thing that a new playbook changes.
            before.append("# Remove the # signs of titles whose roles and KPIs are in this vocabulary.")
            lines = lines.map { "# " + $0 }
        case "products": lines = ["# products: {edge-gateway: Edge Gateway}", "products: {}"]
        case "customer_text":
            lines = lines.map { $0.replacing(/internal_hosts: \[.*\]/, with: "internal_hosts: []") }
        default: break
        }
        return (before + lines).joined(separator: "\n")
    }
    // The comment at the very top is about the samples.
    let start = blocks.first?.before.firstIndex(of: "").map {
        (blocks[0].before[..<$0] + [""]).joined(separator: "\n") + "\n"
    }
    let whole = text.joined(separator: "\n") + "\n"
    return file.with("# Settings of this playbook.\n\n" + whole.dropFirst(start?.count ?? 0))
}

/// A top-level key of a YAML file with the lines of its value, and the comments and empty lines above it.
private struct SettingsBlock {
    /// Nil for the lines after the last key.
    var key: String?
    var before: [String]
    var lines: [String] = []

    static func blocks(of text: String) -> [SettingsBlock] {
        var blocks: [SettingsBlock] = []
        var before: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.first?.isLetter == true {
                blocks.append(SettingsBlock(key: String(line.prefix { $0 != ":" }), before: before, lines: [line]))
                before = []
            } else if line.isEmpty || line.hasPrefix("#") || blocks.isEmpty {
                before.append(line)
            } else {
                blocks[blocks.count - 1].lines += before + [line]
                before = []
            }
        }
        while before.last?.isEmpty == true { before.removeLast() }
        if !before.isEmpty { blocks.append(SettingsBlock(key: nil, before: before)) }
        return blocks
    }
}

/// A text in quotation marks, escaped so that YAML reads back the same text.
private func quotedYAML(_ text: String) -> String {
    quotedAsJSON(text)
}

extension SourceFile {
    /// The text with line feeds as the only line endings, and without a byte order mark.
    fileprivate var unixText: String {
        let text = String(decoding: bytes, as: UTF8.self)
        return String(decoding: text.utf8.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            .trimmingPrefix("\u{FEFF}").description
    }

    fileprivate func with(_ text: String) -> SourceFile { SourceFile(path: path, name: name, bytes: Array(text.utf8)) }
}

extension String {
    fileprivate var trimmingStart: String { String(drop(while: \.isWhitespace)) }
}
