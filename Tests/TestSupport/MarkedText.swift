/// A text whose expected findings are marked in it: `«rule-name»marked text«»`. The marks are removed and their places kept, so that a test shows
/// its input and its expectation in one place.
package struct MarkedText: Sendable {
    package struct Mark: Sendable, Hashable, Comparable, CustomStringConvertible {
        package let file: String
        package let rule: String
        package let line: Int
        package let column: Int
        package let text: String

        package init(file: String, rule: String, line: Int, column: Int, text: String) {
            self.file = file
            self.rule = rule
            self.line = line
            self.column = column
            self.text = text
        }

        package var description: String { "\(file):\(line):\(column) \(rule) «\(text)»" }

        package static func < (left: Mark, right: Mark) -> Bool { left.description < right.description }
    }

    package let text: String
    package let marks: [Mark]

    package init(_ marked: String, file: String) {
        var text = ""
        var marks: [Mark] = []
        var rest = marked[...]
        while let opening = rest.firstIndex(of: "«"), let closing = rest[opening...].firstIndex(of: "»"),
            let end = rest[closing...].range(of: "«»")
        {
            text += rest[..<opening]
            let rule = String(rest[rest.index(after: opening)..<closing])
            let inner = String(rest[rest.index(after: closing)..<end.lowerBound])
            let line = text.unicodeScalars.count { $0 == "\n" } + 1
            let column = text.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
            marks.append(Mark(file: file, rule: rule, line: line, column: column, text: inner))
            text += inner
            rest = rest[end.upperBound...]
        }
        self.text = text + rest
        self.marks = marks
    }
}
