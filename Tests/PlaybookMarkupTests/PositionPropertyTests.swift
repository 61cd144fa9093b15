import PlaybookMarkup
import Testing

/// Documents made of pieces with known constructs, in nested containers. The tree must report exactly these constructs, in order.
@Suite struct PositionPropertyTests {
    @Test(arguments: 0..<40)
    func everyConstructIsWhereItIsReported(_ round: Int) {
        for number in 0..<50 {
            var generator = DocumentGenerator(seed: UInt64(round * 50 + number))
            let text = generator.document()
            let bytes = Array(text.utf8)
            let document = Document(parsing: bytes, from: generator.frontMatter.utf8.count)
            func source(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            func source(of node: Document.Node) -> String {
                source(Int(node.source.lowerBound)..<Int(node.source.upperBound))
            }
            let links = document.links.map { source($0.source) }
            #expect(links.sorted() == generator.links.sorted(), "\(text)")
            let fields = document.mergeFields(in: bytes).map { source($0.source) }
            #expect(fields.sorted() == generator.fields.sorted(), "\(text)")
            let headings = document.headings.map { source(of: document.nodes[Int($0.node)]) }
            #expect(headings.sorted() == generator.headings.sorted(), "\(text)")
            // No two constructs are reported at the same place.
            #expect(Set(document.links.map(\.source)).count == generator.links.count, "\(text)")
        }
    }
}

/// Writes a document and keeps what it wrote.
private struct DocumentGenerator {
    let frontMatter: String
    private(set) var links: [String] = []
    private(set) var fields: [String] = []
    private(set) var headings: [String] = []
    private var state: UInt64
    private var footnotes: [String] = []

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        frontMatter = seed % 3 == 0 ? "---\ntitle: Ü — 中\n---\n" : ""
    }

    private mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    mutating func document() -> String {
        var text = frontMatter
        for _ in 0..<(1 + next(5)) { text += block(prefix: "", first: "", depth: 0) + "\n\n" }
        let below = footnotes
        footnotes = []
        for (index, line) in below.enumerated() {
            text += "[^f\(index)]: \(line)\n"
            if next(2) == 0 { text += "    \(words())\n" }
            if next(2) == 0 { text += "\n    - \(words())\n      \(words())\n" }
            text += "\n"
        }
        return text + "[reference]: /there \"title\"\n"
    }

    /// A block whose first line has `first` before it, and whose other lines have `prefix`.
    private mutating func block(prefix: String, first: String, depth: Int) -> String {
        switch next(depth < 3 ? 8 : 4) {
        case 0:
            let heading = String(repeating: "#", count: 1 + next(4)) + " " + words()
            headings.append(heading)
            return first + heading
        case 1:
            return first + "| " + cell() + " | " + cell() + " |\n" + prefix + "|---|:-:|\n" + prefix + "|" + cell()
                + "|"
                + cell() + "|"
        case 2, 3:
            var lines = [first + words()]
            for _ in 0..<next(3) { lines.append(prefix + String(repeating: " ", count: next(3)) + words()) }
            return lines.joined(separator: "\n")
        case 4: return block(prefix: prefix + "> ", first: first + "> ", depth: depth + 1)
        case 5: return block(prefix: prefix + "  ", first: first + "- ", depth: depth + 1)
        case 6: return block(prefix: prefix + "   ", first: first + "1. ", depth: depth + 1)
        default:
            let above = block(prefix: prefix + "> ", first: first + "> ", depth: depth + 1)
            return above + "\n" + prefix + ">\n" + block(prefix: prefix + "> ", first: prefix + "> ", depth: depth + 1)
        }
    }

    private mutating func cell() -> String { next(3) == 0 ? "c \\| `d\\|e` " + construct() : construct() }

    private mutating func words() -> String {
        var parts = ["w"]
        for _ in 0..<(1 + next(4)) {
            parts.append(
                next(2) == 0 ? construct() : ["ü", "中文", "😀", "a\\*b", "&amp;", "x_y", "\\[z", "`co``de`"][next(8)])
        }
        return parts.joined(separator: " ")
    }

    private mutating func construct() -> String {
        let construct: String
        switch next(10) {
        case 0: construct = "[a *b* ü](/x_\(next(9)))"
        case 1: construct = "![pic](p.png \"t\")"
        case 2: construct = "[reference]"
        case 3: construct = "[text][reference]"
        case 4: construct = "https://a.example/_b_/c?d=\(next(9))"
        case 5: construct = "me@b.example"
        case 6: construct = "<https://a.example/x_y>"
        case 7:
            fields.append("{{account.name}}")
            return "{{account.name}}"
        case 8:
            fields.append("{{kpi.oee.latest}}")
            construct = "[a](https://a.example/?q={{kpi.oee.latest}})"
        default:
            footnotes.append("note")
            return "n[^f\(footnotes.count - 1)]"
        }
        links.append(construct)
        return construct
    }
}
