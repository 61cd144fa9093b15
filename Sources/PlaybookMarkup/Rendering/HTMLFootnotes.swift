extension HTMLRenderer {
    mutating func footnoteStart(_ number: Int32) {
        put("<li")
        idAttribute("fn-\(number)")
        writeAttributes("li")
        put(">")
    }

    mutating func reference(_ number: Int32, _ use: Int32) {
        guard !options.isMail else { return write("<sup>\(number)</sup>") }
        put("<sup class=\"footnote-ref\"><a href=\"#")
        markPrefix()
        write("fn-\(number)\"")
        idAttribute(referenceID(number, use))
        write(">\(number)</a></sup>")
    }

    private func referenceID(_ number: Int32, _ use: Int32) -> String {
        use == 1 ? "fnref-\(number)" : "fnref-\(number)-\(use)"
    }

    /// Links back to the references of a footnote, put at the end of its last block if that is a paragraph.
    mutating func backLinks(_ number: Int32, _ uses: Int32) {
        guard !options.isMail, uses > 0 else { return }
        let ending = Array("</p>\n".utf8)
        let endsWithParagraph = output.suffix(ending.count).elementsEqual(ending)
        if endsWithParagraph { output.removeLast(ending.count) } else { startLine() }
        for use in 1...uses {
            let label = use == 1 ? "Back to reference \(number)" : "Back to reference \(number)-\(use)"
            write(use == 1 && !endsWithParagraph ? "" : " ")
            put("<a href=\"#")
            markPrefix()
            write("\(referenceID(number, use))\" class=\"footnote-backref\" aria-label=\"\(label)\">↩")
            write(use == 1 ? "</a>" : "<sup>\(use)</sup></a>")
        }
        if endsWithParagraph { output += ending } else { put("\n") }
    }
}
