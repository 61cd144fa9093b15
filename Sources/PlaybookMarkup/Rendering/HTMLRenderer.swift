import PlaybookCore

extension Document {
    /// The document as an HTML fragment, in UTF-8.
    package func html(_ options: HTMLOptions = HTMLOptions()) -> [UInt8] {
        var renderer = HTMLRenderer(document: self, options: options)
        renderer.render()
        return renderer.output
    }
}

/// Writes HTML while walking the tree once. Line breaks are where CommonMark's reference renderer puts them.
private struct HTMLRenderer {
    let document: Document
    let options: HTMLOptions
    var output: [UInt8] = []
    /// Above 0 inside an image, where text becomes the alternative text.
    private var imageDepth = 0
    private let internalBlocks: Set<NodeID>
    /// The markers of internal blocks, which are replaced by the blocks' titles.
    private let markers: Set<NodeID>

    init(document: Document, options: HTMLOptions) {
        self.document = document
        self.options = options
        let blocks = options.showsInternalBlocks ? document.internalBlocks : []
        internalBlocks = Set(blocks)
        markers = Set(blocks.flatMap(document.marker))
        output.reserveCapacity(document.pool.count + document.pool.count / 4)
    }

    mutating func render() {
        var omitting: NodeID?
        for step in document.steps() {
            switch step {
            case .enter(let id) where omitting == nil:
                if options.omitted.contains(id) || markers.contains(id) { omitting = id } else { enter(id) }
            case .leave(let id):
                if omitting == nil { leave(id) } else if omitting == id { omitting = nil }
            default: break
            }
        }
    }

    private mutating func enter(_ id: NodeID) {
        let node = document.nodes[Int(id)]
        if imageDepth > 0 {
            enterInsideImage(node)
            return
        }
        switch node.kind {
        case .document: break
        case .blockQuote:
            if internalBlocks.contains(id) {
                alert("internal", title: "For colleagues only")
            } else {
                block("blockquote", "\n")
            }
        case .list(let list):
            startLine()
            if let start = list.start, start != 1 {
                open("ol", " start=\"\(start)\"")
            } else {
                open(list.start == nil ? "ul" : "ol")
            }
            write("\n")
        case .item(let isChecked):
            block("li")
            if let isChecked { taskBox(isChecked) }
        case .table:
            startLine()
            if options.wrapsTables { write("<div class=\"table-scroll\">") }
            open("table")
            write("\n")
        case .tableRow(let isHeading):
            if isHeading { write("<thead>\n") } else if isFirstBodyRow(id) { write("<tbody>\n") }
            open("tr")
            write("\n")
        case .tableCell(let alignment, let isHeading):
            open(cellName(id, isHeading), alignmentAttribute(alignment))
        case .alert(let alert):
            startLine()
            if options.isMail {
                open("blockquote")
                open("p")
                open("strong")
                write(alertTitle(alert))
                close("strong")
                close("p", "\n")
                return
            }
            self.alert(alert.rawValue, title: alertTitle(alert))
        case .footnotes:
            startLine()
            write(options.isMail ? "" : "<section class=\"footnotes\">\n")
            open("ol")
            write("\n")
        case .footnote(let number, _):
            startLine()
            if !options.isMail { open("li", " id=\"\(options.idPrefix)fn-\(number)\"") } else { open("li") }
            write("\n")
        case .footnoteReference(let number, let use): reference(number, use)
        case .strikethrough: open("del")
        case .codeBlock(let info): codeBlock(node, info)
        case .htmlBlock:
            startLine()
            rawHTML(node)
            startLine()
        case .paragraph: if !isTight(id) { block("p") }
        case .heading(let level):
            let attribute =
                options.headingIDs[id].flatMap { $0.isEmpty ? nil : " id=\"\(options.idPrefix)\(escaped($0))\"" } ?? ""
            startLine()
            open(headingName(level), attribute)
        case .thematicBreak:
            startLine()
            openVoid("hr")
            write("\n")
        case .text: output.appendEscaped(document.bytes(node.literal))
        case .softBreak: write("\n")
        case .lineBreak:
            openVoid("br")
            write("\n")
        case .code:
            open("code")
            output.appendEscaped(document.bytes(node.literal))
            close("code")
        case .htmlInline: rawHTML(node)
        case .emphasis: open("em")
        case .strong: open("strong")
        case .link(let url, let title):
            write("<a href=\"")
            address(id, url)
            write("\"")
            titleAttribute(title)
            write(attributes("a"))
            write(">")
        case .image(let url, _):
            write("<img src=\"")
            address(id, url)
            write("\" alt=\"")
            imageDepth = 1
        }
    }

    private mutating func leave(_ id: NodeID) {
        let node = document.nodes[Int(id)]
        if case .image(_, let title) = node.kind {
            imageDepth -= 1
            guard imageDepth == 0 else { return }
            write("\"")
            titleAttribute(title)
            let width = document.bytes(node.literal)
            if !width.isEmpty {
                write(" width=\"\(String(decoding: width, as: UTF8.self))\"")
            } else if let width = options.imageWidth {
                write(" width=\"\(width)\"")
            }
            if options.lazyImages { write(" loading=\"lazy\"") }
            write(attributes("img"))
            write(" />")
        }
        guard imageDepth == 0 else { return }
        switch node.kind {
        case .blockQuote:
            startLine()
            if internalBlocks.contains(id) { write("</div>\n") } else { close("blockquote", "\n") }
        case .list(let list): close(list.start == nil ? "ul" : "ol", "\n")
        case .item: close("li", "\n")
        case .table:
            if document.children(of: id).count > 1 { write("</tbody>\n") }
            close("table", options.wrapsTables ? "</div>\n" : "\n")
        case .tableRow(let isHeading):
            close("tr", "\n")
            if isHeading { write("</thead>\n") }
        case .tableCell(_, let isHeading): close(cellName(id, isHeading), "\n")
        case .alert:
            startLine()
            write(options.isMail ? "</blockquote>\n" : "</div>\n")
        case .footnotes:
            close("ol", "\n")
            if !options.isMail { write("</section>\n") }
        case .footnote(let number, let uses):
            backLinks(number, uses)
            close("li", "\n")
        case .strikethrough: close("del")
        case .paragraph: if !isTight(id) { close("p", "\n") }
        case .heading(let level): close(headingName(level), "\n")
        case .emphasis: close("em")
        case .strong: close("strong")
        case .link: close("a")
        default: break
        }
    }

    private mutating func enterInsideImage(_ node: Document.Node) {
        switch node.kind {
        case .text, .code: output.appendEscaped(document.bytes(node.literal))
        case .htmlInline: if options.rawHTML { output.appendEscaped(document.bytes(node.literal)) }
        case .softBreak, .lineBreak: write(" ")
        case .image: imageDepth += 1
        default: break
        }
    }

    private mutating func reference(_ number: Int32, _ use: Int32) {
        guard !options.isMail else { return write("<sup>\(number)</sup>") }
        let prefix = options.idPrefix
        let id = prefix + (use == 1 ? "fnref-\(number)" : "fnref-\(number)-\(use)")
        write("<sup class=\"footnote-ref\"><a href=\"#\(prefix)fn-\(number)\" id=\"\(id)\">\(number)</a></sup>")
    }

    /// Links back to the references of a footnote, put at the end of its last block if that is a paragraph.
    private mutating func backLinks(_ number: Int32, _ uses: Int32) {
        guard !options.isMail, uses > 0 else { return }
        let ending = Array("</p>\n".utf8)
        let endsWithParagraph = output.suffix(ending.count).elementsEqual(ending)
        if endsWithParagraph { output.removeLast(ending.count) } else { startLine() }
        for use in 1...uses {
            let id = options.idPrefix + (use == 1 ? "fnref-\(number)" : "fnref-\(number)-\(use)")
            let label = use == 1 ? "Back to reference \(number)" : "Back to reference \(number)-\(use)"
            write(use == 1 && !endsWithParagraph ? "" : " ")
            write("<a href=\"#\(id)\" class=\"footnote-backref\" aria-label=\"\(label)\">↩")
            write(use == 1 ? "</a>" : "<sup>\(use)</sup></a>")
        }
        if endsWithParagraph { output += ending } else { write("\n") }
    }

    /// On pages an empty cell is never a heading cell, because screen readers would announce a heading without words.
    private func cellName(_ id: NodeID, _ isHeading: Bool) -> String {
        isHeading && !(options.wrapsTables && document.children(of: id).isEmpty) ? "th" : "td"
    }

    private mutating func alert(_ name: String, title: String) {
        startLine()
        write("<div class=\"alert alert-\(name)\">\n<p class=\"alert-title\">\(title)</p>\n")
    }

    private func alertTitle(_ alert: Document.Alert) -> String { escaped(options.alertTitles[alert] ?? alert.title) }

    private mutating func codeBlock(_ node: Document.Node, _ info: Document.Span) {
        startLine()
        let more = options.readsCodeInfo ? CodeInfo(document.bytes(info)) : CodeInfo()
        if let title = more.title { write("<figure class=\"code\"><figcaption>\(escaped(title))</figcaption>") }
        open("pre")
        let language = document.bytes(info).prefix { $0 != .space && $0 != .tab }
        if language.isEmpty {
            open("code")
        } else {
            write("<code class=\"language-")
            output.appendEscaped(language)
            write("\"" + attributes("code") + ">")
        }
        if more.lines.isEmpty {
            output.appendEscaped(document.bytes(node.literal))
        } else {
            markedLines(document.bytes(node.literal), more.lines)
        }
        close("code")
        close("pre", more.title == nil ? "\n" : "</figure>\n")
    }

    private mutating func markedLines(_ code: ArraySlice<UInt8>, _ marked: [ClosedRange<Int>]) {
        var lines = code.split(separator: .lineFeed, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        for (index, line) in lines.enumerated() {
            let isMarked = marked.contains { $0.contains(index + 1) }
            if isMarked { write("<mark>") }
            output.appendEscaped(line)
            write(isMarked ? "</mark>\n" : "\n")
        }
    }

    private mutating func rawHTML(_ node: Document.Node) {
        let html = document.bytes(node.literal)
        if options.rawHTML {
            output += options.omitsComments ? withoutComments(html) : html
        } else if isLineBreak(html) {
            openVoid("br")
        }
    }

    /// The address of a link or image. An address that would run code is left out, however it is spelled.
    private mutating func address(_ id: NodeID, _ url: Document.Span) {
        if let other = options.addresses[id] {
            output.appendAddress(other.utf8)
        } else if !isDangerousAddress(document.bytes(url)) {
            output.appendAddress(document.bytes(url))
        }
    }

    private mutating func titleAttribute(_ title: Document.Span) {
        guard !title.isEmpty else { return }
        write(" title=\"")
        output.appendEscaped(document.bytes(title))
        write("\"")
    }

    private mutating func taskBox(_ isChecked: Bool) {
        if options.isMail { return write(isChecked ? "☑ " : "☐ ") }
        let label = options.labelsTasks ? " aria-label=\"\(isChecked ? "done" : "to do")\"" : ""
        write("<input\(isChecked ? " checked=\"\"" : "") disabled=\"\" type=\"checkbox\"\(label)> ")
    }

    /// True for the row after the heading row, which every table has.
    private func isFirstBodyRow(_ row: NodeID) -> Bool {
        let heading = document.nodes[Int(document.nodes[Int(row)].parent)].firstChild
        return document.nodes[Int(heading)].next == row
    }

    private func alignmentAttribute(_ alignment: Document.Alignment?) -> String {
        guard let alignment else { return "" }
        return options.alignsByClass ? " class=\"align-\(alignment.rawValue)\"" : " align=\"\(alignment.rawValue)\""
    }

    private func isTight(_ paragraph: NodeID) -> Bool {
        let parent = document.nodes[Int(paragraph)].parent
        guard parent > 0, case .list(let list) = document.nodes[Int(document.nodes[Int(parent)].parent)].kind else {
            return false
        }
        return list.isTight
    }

    private func headingName(_ level: Int8) -> String { "h\(min(6, Int(level) + options.headingShift))" }

    private func attributes(_ element: String) -> String {
        guard !options.attributes.isEmpty, let attributes = options.attributes[element], !attributes.isEmpty else {
            return ""
        }
        return " " + attributes
    }

    private func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.appendEscaped(text.utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

    private mutating func startLine() {
        if let last = output.last, last != .lineFeed { output.append(.lineFeed) }
    }

    private mutating func block(_ element: String, _ after: String = "") {
        startLine()
        open(element)
        write(after)
    }

    private mutating func open(_ element: String, _ more: String = "") {
        write("<" + element + more + attributes(element) + ">")
    }

    private mutating func openVoid(_ element: String) { write("<" + element + attributes(element) + " />") }

    private mutating func close(_ element: String, _ after: String = "") { write("</" + element + ">" + after) }
}
