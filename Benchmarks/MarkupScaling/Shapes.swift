/// A hostile text of any size.
struct HostileShape {
    let name: String
    /// The text before the first unit.
    var before = ""
    let unit: (Int) -> String
    var after = ""
    /// A unit that is repeated in the second half of the text, if it is not empty.
    var afterUnit = ""

    func text(_ size: Int) -> [UInt8] {
        var text = Array(before.utf8)
        var number = 0
        let share = afterUnit.isEmpty ? size : size / 2
        while text.count < share {
            text += Array(unit(number).utf8)
            number += 1
        }
        while text.count < size, !afterUnit.isEmpty { text += Array(afterUnit.utf8) }
        return text + Array(after.utf8)
    }
}

extension HostileShape {
    static var all: [HostileShape] {
        [
            HostileShape(name: "one line of words") { _ in "word " },
            HostileShape(name: "quotations in each other") { _ in "> " },
            HostileShape(name: "lists in each other") { _ in "+ " },
            HostileShape(
                name: "lists in each other, then empty lines", unit: { _ in "+ " }, after: "x\n", afterUnit: "\n"),
            HostileShape(
                name: "items ever deeper, then empty lines",
                unit: { number in String(repeating: " ", count: number * 2 % 3_000) + "- x\n" }, after: "x\n",
                afterUnit: "\n"),
            HostileShape(name: "items in each other, a line each") { number in
                String(repeating: " ", count: number % 100 * 2) + "- x\n"
            },
            HostileShape(name: "brackets that open") { _ in "[" },
            HostileShape(name: "images that open") { _ in "![a" },
            HostileShape(name: "brackets that open and close") { _ in "[a](" },
            HostileShape(name: "emphasis that crosses") { _ in "*a _b " },
            HostileShape(name: "asterisks") { _ in "*" },
            HostileShape(name: "emphasis that closes in turn") { number in number % 2 == 0 ? "**a " : "b* " },
            HostileShape(name: "backticks of growing length") { number in
                String(repeating: "`", count: number % 300) + "a"
            },
            HostileShape(name: "tags without an end") { _ in "<a b='" },
            HostileShape(name: "comments without an end", before: "x ") { _ in "<!-- a -" },
            HostileShape(name: "instructions without an end", before: "x ") { _ in "<?a" },
            HostileShape(name: "entities") { _ in "&amp;&#65;&x" },
            HostileShape(name: "escapes") { _ in "\\*\\[" },
            HostileShape(name: "references to one definition", before: "[a]: /x\n\n") { _ in "[a] " },
            HostileShape(name: "definitions and references") { number in "[l\(number)]: /x\n\n[l\(number)]\n\n" },
            HostileShape(name: "a table of many rows", before: "| a | b |\n|---|---|\n") { _ in "| `c` | *d* |\n" },
            HostileShape(name: "many tables and definitions") { number in
                "[r\(number)]: /x\n\n|a|b|\n|-|-|\n|[r\(number)]|d|\n\n"
            },
            HostileShape(name: "lines that could head a table") { _ in "| a | b\n" },
            HostileShape(name: "footnotes") { number in "x[^\(number)]\n\n[^\(number)]: text\n\n" },
            HostileShape(name: "footnotes without definitions") { _ in "x[^a] " },
            HostileShape(name: "footnote definitions of one paragraph") { number in "[^\(number)]: a\n" },
            HostileShape(name: "bare addresses") { _ in "http://a.example/(b_c) x@y.example www.z.example " },
            HostileShape(name: "one bare address", before: "http://") { _ in "a_b.(" },
            HostileShape(name: "tildes") { _ in "~a ~~b " },
            HostileShape(name: "headings of one text") { _ in "# a\n" },
            HostileShape(name: "headings with one id") { _ in "# a {#b}\n" },
            HostileShape(name: "tasks") { _ in "- [x] a\n" },
            HostileShape(name: "alerts in each other") { number in
                String(repeating: "> ", count: number % 50) + "[!NOTE]\n"
            },
            HostileShape(name: "internal blocks") { _ in "> [!INTERNAL] a\n\nb\n\n" },
            HostileShape(name: "merge fields") { _ in "{{a}} {{" },
            HostileShape(name: "zero bytes") { _ in "\u{0}a " },
            HostileShape(name: "includes") { _ in "<!-- include: a.md -->\n\n" },
            HostileShape(name: "hard breaks") { _ in "a  \n" },
        ]
    }
}
