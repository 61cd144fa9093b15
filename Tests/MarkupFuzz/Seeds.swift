import Foundation

/// The texts that inputs are made from.
struct Seeds {
    private(set) var texts: [[UInt8]] = Seeds.own.map { Array($0.utf8) }

    /// - Parameter sources: folders with Markdown files, and JSON lists of `{markdown}`.
    init(_ sources: [String]) throws {
        struct Example: Decodable { let markdown: String }
        for source in sources {
            if source.hasSuffix(".json") {
                let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: URL(filePath: source)))
                texts += examples.map { Array($0.markdown.utf8) }
                continue
            }
            let files = FileManager.default.enumerator(at: URL(filePath: source), includingPropertiesForKeys: nil)
            for case let file as URL in files ?? .init() where file.pathExtension == "md" {
                texts.append(Array(try Data(contentsOf: file).prefix(4_000)))
            }
        }
    }

    /// Texts with one construct of the dialect each.
    private static let own = [
        "| a | b |\n|:--|--:|\n| `c|d` | [e](f) |\n", "x[^1] y[^2]\n\n[^1]: one\n\n    - two [^2]\n[^2]: three\n",
        "- [x] done\n- [ ] *open*\n", "> [!NOTE]\n> text\n", "> [!INTERNAL]\n> secret\n", "~~a *b*~~ ~c~\n",
        "see https://a.example/_x_ or www.b.example, c@d.example\n", "# One {#two}\n",
        "{{account.name}} [x](y?{{a}})\n",
        "<!-- include: a.md#b -->\n", "&amp; &#0; \\* \u{0}\n", "<b onclick='x'>\n", "[a](javascript:x)\n",
        "1) a\n   > b\n     - c\n\n           d\n", "[a]: b 'c'\n\n[a] ![a][] [A]\n",
    ]

    private static let tokens = [
        "[^1]", "[^1]: ", "\n[^x]: ", "|", "\n|-|-|\n", "> ", "- ", "1) ", "    ", "\t", "\n", "\n\n", "`", "```\n",
        "~~", "*", "_", "[",
        "](", ")", "![", "<!--", "-->", "http://", "www.a.b", "a@b.c", "{{", "}}", "{#a}", "\\", "&amp;", "&#x0;", "\r",
        "\r\n", "\u{0}",
        "ü", "中", "😀", "\u{1}", "[!INTERNAL]", "> [!NOTE]\n", "[x] ", "# ", "===", "<a>", "javascript:", "\u{FEFF}",
    ].map { Array($0.utf8) }

    /// The input with a number: a text with up to eight changes. One in eight may be invalid UTF-8.
    func input(_ number: UInt64, seed: UInt64) -> [UInt8] {
        var random = SplitMix(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ number)
        var text = texts[random.next(below: texts.count)]
        for _ in 0...random.next(below: 8) { change(&text, &random) }
        text = Array(text.prefix(20_000))
        return random.next(below: 8) == 0 ? text : Array(String(decoding: text, as: UTF8.self).utf8)
    }

    private func change(_ text: inout [UInt8], _ random: inout SplitMix) {
        let place = random.next(below: text.count + 1)
        let end = min(text.count, place + random.next(below: 40))
        switch random.next(below: 7) {
        case 0: text.removeSubrange(place..<end)
        case 1: text.insert(contentsOf: text[place..<end], at: random.next(below: text.count + 1))
        case 2: if place < text.count { text[place] = UInt8(random.next(below: 256)) }
        case 3:
            let other = texts[random.next(below: texts.count)]
            let from = random.next(below: other.count + 1)
            text.insert(contentsOf: other[from..<min(other.count, from + random.next(below: 200))], at: place)
        case 4:
            let token = Self.tokens[random.next(below: Self.tokens.count)]
            for _ in 0..<random.next(below: 60) { text.insert(contentsOf: token, at: min(place, text.count)) }
        default: text.insert(contentsOf: Self.tokens[random.next(below: Self.tokens.count)], at: place)
        }
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
struct SplitMix {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ (value >> 31)) % UInt64(max(1, bound)))
    }
}
