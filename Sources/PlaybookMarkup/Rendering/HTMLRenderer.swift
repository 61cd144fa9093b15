import PlaybookCore

extension Document {
    /// The document as an HTML fragment, in UTF-8.
    package func html(_ options: HTMLOptions = HTMLOptions()) -> [UInt8] {
        var renderer = HTMLRenderer(document: self, options: options)
        renderer.render()
        return renderer.output
    }

    /// The document as HTML that several pages can show.
    ///
    /// - Parameters:
    ///   - links: the links and images whose addresses differ from page to page, in document order.
    ///   - parts: the headings that begin a part of the text (`PreparedHTML.texts`). They are at the top of the document.
    package func preparedHTML(_ options: HTMLOptions, links: [NodeID], parts: [NodeID] = []) -> PreparedHTML {
        var renderer = HTMLRenderer(document: self, options: options)
        renderer.links = links
        renderer.parts = Set(parts)
        renderer.render()
        return PreparedHTML(bytes: renderer.output, holes: renderer.holes, runs: renderer.runs)
    }
}

/// Writes HTML while walking the tree once. Line breaks are where CommonMark's reference renderer puts them.
struct HTMLRenderer {
    let document: Document
    let options: HTMLOptions
    var output: [UInt8] = []
    /// The places where pages insert something, in order.
    var holes: [PreparedHTML.Hole] = []
    /// The links whose addresses are holes, in document order.
    fileprivate var links: [NodeID] = []
    /// The index of the next of these links.
    private var nextLink = 0
    /// Where the text is in the output.
    var runs = TextRuns()
    /// The headings that begin a part of the text.
    fileprivate var parts: Set<NodeID> = []
    /// True inside a heading at the top of the document, which is not part of the text.
    private var isInTopHeading = false
    /// Above 0 inside an image, where text becomes the alternative text.
    private var imageDepth = 0
    private let internalBlocks: Set<NodeID>
    /// The nodes to leave out, in order. They include the markers of internal blocks, which the titles of the blocks replace.
    private let omitted: [NodeID]

    init(document: Document, options: HTMLOptions) {
        self.document = document
        self.options = options
        let blocks = options.showsInternalBlocks ? document.internalBlocks : []
        internalBlocks = Set(blocks)
        omitted = (options.omitted + blocks.flatMap(document.marker)).sorted()
        output.reserveCapacity(document.pool.count + document.pool.count / 4)
    }

    mutating func render() {
        var id: NodeID = 0
        // Nodes are visited in document order, so the next node to leave out is always the next one in the list.
        var nextOmitted = 0
        while true {
            while nextOmitted < omitted.count, omitted[nextOmitted] < id { nextOmitted += 1 }
            if nextOmitted == omitted.count || omitted[nextOmitted] != id {
                enter(id)
                let child = document.nodes[Int(id)].firstChild
                if child >= 0 {
                    id = child
                    continue
                }
                leave(id)
            }
            while id > 0, document.nodes[Int(id)].next < 0 {
                id = document.nodes[Int(id)].parent
                leave(id)
            }
            if id == 0 { return }
            id = document.nodes[Int(id)].next
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
            put("\n")
        case .item(let isChecked):
            block("li")
            if let isChecked { taskBox(isChecked) }
        case .table:
            startLine()
            if options.wrapsTables { put("<div class=\"table-scroll\">") }
            open("table")
            put("\n")
        case .tableRow(let isHeading):
            if isHeading { put("<thead>\n") } else if isFirstBodyRow(id) { put("<tbody>\n") }
            open("tr")
            put("\n")
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
            put(options.isMail ? "" : "<section class=\"footnotes\">\n")
            open("ol")
            put("\n")
        case .footnote(let number, _):
            startLine()
            if options.isMail { open("li") } else { footnoteStart(number) }
            put("\n")
        case .footnoteReference(let number, let use): reference(number, use)
        case .strikethrough: open("del")
        case .codeBlock(let info): codeBlock(node, info)
        case .htmlBlock:
            startLine()
            rawHTML(node)
            startLine()
        case .paragraph: if !isTight(id) { block("p") }
        case .heading(let level):
            if node.parent == 0 {
                isInTopHeading = true
                if parts.contains(id) { runs.addPart() }
            }
            startLine()
            heading(headingName(level), id: options.headingIDs[id] ?? "")
        case .thematicBreak:
            startLine()
            openVoid("hr")
            put("\n")
        case .text: text(document.bytes(node.literal))
        case .softBreak:
            put("\n")
            blank()
        case .lineBreak:
            openVoid("br")
            put("\n")
            blank()
        case .code:
            open("code")
            text(document.bytes(node.literal))
            close("code")
        case .htmlInline: rawHTML(node)
        case .emphasis: open("em")
        case .strong: open("strong")
        case .link(let url, let title):
            put("<a href=\"")
            address(id, url)
            put("\"")
            titleAttribute(title)
            writeAttributes("a")
            put(">")
        case .image(let url, _):
            put("<img src=\"")
            address(id, url)
            put("\" alt=\"")
            imageDepth = 1
        }
    }

    private mutating func leave(_ id: NodeID) {
        let node = document.nodes[Int(id)]
        if case .image(_, let title) = node.kind {
            imageDepth -= 1
            guard imageDepth == 0 else { return }
            put("\"")
            titleAttribute(title)
            let width = document.bytes(node.literal)
            if !width.isEmpty {
                write(" width=\"\(String(decoding: width, as: UTF8.self))\"")
            } else if let width = options.imageWidth {
                write(" width=\"\(width)\"")
            }
            if options.lazyImages { put(" loading=\"lazy\"") }
            writeAttributes("img")
            put(" />")
        }
        guard imageDepth == 0 else { return }
        switch node.kind {
        case .paragraph, .heading, .tableCell, .codeBlock, .item: blank()
        default: break
        }
        switch node.kind {
        case .blockQuote:
            startLine()
            if internalBlocks.contains(id) { put("</div>\n") } else { close("blockquote", "\n") }
        case .list(let list): close(list.start == nil ? "ul" : "ol", "\n")
        case .item: close("li", "\n")
        case .table:
            if node.firstChild != node.lastChild { put("</tbody>\n") }
            close("table", options.wrapsTables ? "</div>\n" : "\n")
        case .tableRow(let isHeading):
            close("tr", "\n")
            if isHeading { put("</thead>\n") }
        case .tableCell(_, let isHeading): close(cellName(id, isHeading), "\n")
        case .alert:
            startLine()
            put(options.isMail ? "</blockquote>\n" : "</div>\n")
        case .footnotes:
            close("ol", "\n")
            if !options.isMail { put("</section>\n") }
        case .footnote(let number, let uses):
            backLinks(number, uses)
            close("li", "\n")
        case .strikethrough: close("del")
        case .paragraph: if !isTight(id) { close("p", "\n") }
        case .heading(let level):
            put("</")
            put(headingName(level))
            markLevel()
            put(">\n")
            if node.parent == 0 { isInTopHeading = false }
        case .emphasis: close("em")
        case .strong: close("strong")
        case .link: close("a")
        default: break
        }
    }

    /// Writes text that readers see.
    mutating func text(_ text: ArraySlice<UInt8>) {
        let start = output.count
        output.appendEscaped(text)
        if !isInTopHeading { runs.add(start..<output.count) }
    }

    /// Notes that a new word follows.
    private mutating func blank() { if !isInTopHeading { runs.addBlank() } }

    private mutating func enterInsideImage(_ node: Document.Node) {
        switch node.kind {
        case .text, .code: text(document.bytes(node.literal))
        case .htmlInline: rawHTMLInsideImage(node)
        case .softBreak, .lineBreak:
            put(" ")
            blank()
        case .image: imageDepth += 1
        default: break
        }
    }

    /// On pages, an empty cell is never a heading cell, because screen readers would read it aloud as a heading without words.
    private func cellName(_ id: NodeID, _ isHeading: Bool) -> StaticString {
        isHeading && !(options.wrapsTables && document.nodes[Int(id)].firstChild < 0) ? "th" : "td"
    }

    private mutating func alert(_ name: String, title: String) {
        startLine()
        write("<div class=\"alert alert-\(name)\">\n<p class=\"alert-title\">\(title)</p>\n")
    }

    private func alertTitle(_ alert: Document.Alert) -> String { escaped(options.alertTitles[alert] ?? alert.title) }

    /// The address of a link or image. An address that would run code is left out, however it is spelled.
    private mutating func address(_ id: NodeID, _ url: Document.Span) {
        let start = output.count
        if !isDangerousAddress(document.bytes(url)) { output.appendAddress(document.bytes(url)) }
        while nextLink < links.count, links[nextLink] < id { nextLink += 1 }
        guard nextLink < links.count, links[nextLink] == id else { return }
        holes.append(PreparedHTML.Hole(.address(Int32(nextLink)), start..<output.count))
    }

    private mutating func titleAttribute(_ title: Document.Span) {
        guard !title.isEmpty else { return }
        put(" title=\"")
        output.appendEscaped(document.bytes(title))
        put("\"")
    }

    private mutating func taskBox(_ isChecked: Bool) {
        if options.isMail { return put(isChecked ? "☑ " : "☐ ") }
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

    private mutating func heading(_ name: StaticString, id: String) {
        put("<")
        put(name)
        markLevel()
        if !id.isEmpty { idAttribute(escaped(id)) }
        writeAttributes(name)
        put(">")
    }

    private func headingName(_ level: Int8) -> StaticString {
        switch Int(level) + options.headingShift {
        case 1: "h1"
        case 2: "h2"
        case 3: "h3"
        case 4: "h4"
        case 5: "h5"
        default: "h6"
        }
    }
}
