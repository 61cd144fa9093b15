import PlaybookCore

extension HTMLRenderer {
    mutating func codeBlock(_ node: Document.Node, _ info: Document.Span) {
        startLine()
        let more = options.readsCodeInfo ? CodeInfo(document.bytes(info)) : CodeInfo()
        if let title = more.title { write("<figure class=\"code\"><figcaption>\(escaped(title))</figcaption>") }
        open("pre")
        let language = document.bytes(info).prefix { $0 != .space && $0 != .tab }
        if language.isEmpty {
            open("code")
        } else {
            put("<code class=\"language-")
            output.appendEscaped(language)
            put("\"")
            writeAttributes("code")
            put(">")
        }
        if more.lines.isEmpty {
            text(document.bytes(node.literal))
        } else {
            markedLines(document.bytes(node.literal), more.lines)
        }
        close("code")
        close("pre", more.title == nil ? "\n" : "</figure>\n")
    }

    mutating func markedLines(_ code: ArraySlice<UInt8>, _ marked: [ClosedRange<Int>]) {
        var lines = code.split(separator: .lineFeed, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            let isMarked = marked.contains { $0.contains(index + 1) }
            if isMarked { put("<mark>") }
            text(line)
            if isMarked { put("</mark>") }
            text([.lineFeed])
        }
    }
}
