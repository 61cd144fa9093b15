import PlaybookCore

/// A document as readable plain text, and the addresses of its numbered notes.
package struct PlainText: Sendable, Hashable {
    /// Lines of at most the requested width, unless a word is wider; without a final line feed.
    package let text: String
    /// The addresses, in the order of their numbers.
    package let notes: [String]
}

extension Document {
    /// The document as plain text, made from the tree: paragraphs are wrapped by display width, lists have hanging
    /// indents, quotations start with `> `, and links become numbered notes.
    ///
    /// - Parameters:
    ///   - firstNote: the number of the first note.
    ///   - alertTitles: the titles of alerts in the reader's language. An alert that is not among them has its
    ///     English title.
    package func plainText(
        width: Int = 72, firstNote: Int = 1, alertTitles: [Alert: String] = [:]
    ) -> PlainText {
        var renderer = TextRenderer(document: self, width: width, firstNote: firstNote, alertTitles: alertTitles)
        renderer.render()
        while renderer.lines.last == "" { renderer.lines.removeLast() }
        return PlainText(text: renderer.lines.joined(separator: "\n"), notes: renderer.notes)
    }
}

private struct TextRenderer {
    let document: Document
    let width: Int
    let firstNote: Int
    let alertTitles: [Document.Alert: String]
    var lines: [String] = []
    private(set) var notes: [String] = []
    /// The index of each address among the notes.
    private var places: [String: Int] = [:]
    /// What each open container puts before its first line, and before each further line.
    private var prefixes: [(first: String?, rest: String)] = []
    /// The number of the next item, for each open list; nil in a bullet list.
    private var numbers: [Int32?] = []
    private var inline = ""
    private var needsBlankLine = false
    /// The finished cells of the open row, and the finished rows of the open table.
    private var cells: [String] = []
    private var rows: [[String]] = []

    init(document: Document, width: Int, firstNote: Int, alertTitles: [Document.Alert: String]) {
        self.alertTitles = alertTitles
        self.document = document
        self.width = width
        self.firstNote = firstNote
    }

    mutating func render() {
        for step in document.steps() {
            switch step {
            case .enter(let id): enter(document.nodes[Int(id)])
            case .leave(let id): leave(id)
            }
        }
    }

    private mutating func enter(_ node: Document.Node) {
        switch node.kind {
        case .blockQuote:
            // The empty line before a quotation is outside it.
            separate()
            prefixes.append((nil, "> "))
        case .list(let list): numbers.append(list.start)
        case .item(let isChecked):
            let box = isChecked.map { $0 ? "[x] " : "[ ] " } ?? ""
            let marker = ((numbers.last ?? nil).map { "\($0). " } ?? "- ") + box
            if let number = numbers.last ?? nil { numbers[numbers.count - 1] = number + 1 }
            prefixes.append((marker, String(repeating: " ", count: marker.count)))
        case .alert(let alert):
            separate()
            write((alertTitles[alert] ?? alert.title).uppercased())
        case .tableRow: cells = []
        case .footnotes: needsBlankLine = true
        case .footnote(let number, _):
            let marker = superscript(number) + " "
            prefixes.append((marker, String(repeating: " ", count: marker.count)))
        case .footnoteReference(let number, _): inline += superscript(number)
        case .codeBlock:
            let code = String(decoding: document.bytes(node.literal), as: UTF8.self)
            separate()
            for line in code.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
                code.hasSuffix("\n") ? 1 : 0)
            {
                write("    " + line)
            }
            needsBlankLine = true
        case .thematicBreak:
            separate()
            write(String(repeating: "-", count: 24))
            needsBlankLine = true
        case .text, .code: inline += String(decoding: document.bytes(node.literal), as: UTF8.self)
        case .softBreak: inline += " "
        case .lineBreak: inline += "\n"
        default: break
        }
    }

    private mutating func leave(_ id: NodeID) {
        switch document.nodes[Int(id)].kind {
        case .paragraph: endParagraph(isTight: isTight(id))
        case .heading(let level):
            // A heading is one line, because its underline is.
            inline = inline.replacing("\n", with: " ")
            let text = inline
            endParagraph(isTight: true)
            if level <= 2, !text.isEmpty {
                write(String(repeating: level == 1 ? "=" : "-", count: min(text.displayWidth, room)))
            }
            needsBlankLine = true
        case .blockQuote:
            prefixes.removeLast()
            needsBlankLine = true
        case .alert: needsBlankLine = true
        case .tableCell:
            // A row is one line.
            cells.append(inline.replacing("\n", with: " "))
            inline = ""
        case .tableRow: rows.append(cells)
        case .table:
            separate()
            for line in textTable(rows, width: room) { write(line) }
            rows = []
            needsBlankLine = true
        case .item:
            if let prefix = prefixes.popLast(), prefix.first != nil {
                prefixes.append(prefix)
                write("")
                prefixes.removeLast()
            }
        case .footnote:
            prefixes.removeLast()
            needsBlankLine = true
        case .list:
            numbers.removeLast()
            if numbers.isEmpty { needsBlankLine = true }
        case .link(let url, _): note(document.bytes(url))
        default: break
        }
    }

    /// Writes the number of a link's note after the link. A link whose text is its address needs no note. For a picture, only its alternative
    /// text is shown, because readers of plain text cannot use the picture.
    private mutating func note(_ url: ArraySlice<UInt8>) {
        let address = String(decoding: url, as: UTF8.self)
        guard !address.isEmpty, !isDangerousAddress(url), !inline.hasSuffix(shown(address)) else { return }
        let index = places[address] ?? notes.count
        if index == notes.count {
            places[address] = index
            notes.append(address)
        }
        inline += " [\(index + firstNote)]"
    }

    private mutating func endParagraph(isTight: Bool) {
        separate()
        for line in wrapped(inline, to: room) { write(line) }
        inline = ""
        needsBlankLine = !isTight
    }

    private var room: Int { max(20, width - prefixes.reduce(0) { $0 + $1.rest.count }) }

    private func isTight(_ paragraph: NodeID) -> Bool {
        let item = document.nodes[Int(paragraph)].parent
        guard item > 0, case .list(let list) = document.nodes[Int(document.nodes[Int(item)].parent)].kind else {
            return false
        }
        return list.isTight
    }

    private mutating func separate() {
        if needsBlankLine, !lines.isEmpty {
            let prefix = prefixes.reduce("") { $0 + ($1.first == nil ? $1.rest : "") }
            lines.append(withoutTrailingBlanks(prefix))
        }
        needsBlankLine = false
    }

    private mutating func write(_ line: String) {
        var prefix = ""
        for index in prefixes.indices {
            prefix += prefixes[index].first ?? prefixes[index].rest
            prefixes[index].first = nil
        }
        lines.append(withoutTrailingBlanks(prefix + line))
    }
}

/// The number of a footnote in superscript digits.
private func superscript(_ number: Int32) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String("\(number)".utf8.map { digits[Int($0 - UInt8(ascii: "0"))] })
}

/// An address as a reader would write it.
private func shown(_ address: String) -> Substring {
    for scheme in ["mailto:", "https://", "http://"] where address.hasPrefix(scheme) {
        return address.dropFirst(scheme.count)
    }
    return address[...]
}

/// Bytes are compared instead of characters, because this is done for every line of every message.
private func withoutTrailingBlanks(_ line: String) -> String {
    guard line.utf8.last == .space else { return line }
    let end = line.utf8.lastIndex { $0 != .space }.map(line.utf8.index(after:)) ?? line.startIndex
    return String(line[..<end])
}
