import PlaybookCore

extension Document {
    /// This document with the text between `~` or `~~` struck through (GFM 0.29, section 6.5).
    func strikingThrough(in file: UnsafeBufferPointer<UInt8>) -> Document {
        var tildes = PoolMarks()
        pool.withUnsafeBufferPointer { tildes.add("~", in: $0) }
        guard !tildes.isEmpty else { return self }
        var pairs: [NodeID: [Cut]] = [:]
        var parents: Set<NodeID> = []
        for index in nodes.indices where nodes[index].isText && tildes.isAny(in: nodes[index].literal) {
            guard parents.insert(nodes[index].parent).inserted else { continue }
            for (id, cuts) in strikethroughs(of: nodes[index].parent, in: file) { pairs[id] = cuts }
        }
        guard !pairs.isEmpty else { return self }
        var result = emptied()
        var newID: [NodeID] = Array(repeating: -1, count: nodes.count)
        newID[0] = 0
        // Nodes inside a strikethrough get it as their parent.
        var open: [NodeID: NodeID] = [:]
        for index in nodes.indices.dropFirst() {
            let oldParent = nodes[index].parent
            var parent = open[oldParent] ?? newID[Int(oldParent)]
            var node = nodes[index].moved(by: 0)
            guard let cuts = pairs[NodeID(index)] else {
                node.parent = parent
                newID[index] = result.append(node)
                continue
            }
            var position = 0
            func piece(_ range: Range<Int>) -> Node {
                var piece = node
                piece.literal.start += Int32(range.lowerBound)
                piece.literal.count = Int32(range.count)
                let start = min(node.source.lowerBound + Int32(range.lowerBound), node.source.upperBound)
                piece.source = start..<min(start + Int32(range.count), node.source.upperBound)
                piece.parent = parent
                return piece
            }
            for cut in cuts {
                if cut.range.lowerBound > position { _ = result.append(piece(position..<cut.range.lowerBound)) }
                if cut.opens {
                    var strike = piece(cut.range)
                    strike.kind = .strikethrough
                    strike.literal = .empty
                    parent = result.append(strike)
                    open[oldParent] = parent
                } else {
                    let end = piece(cut.range).source.upperBound
                    let start = result.nodes[Int(parent)].source.lowerBound
                    result.nodes[Int(parent)].source = start..<max(start, end)
                    parent = result.nodes[Int(parent)].parent
                    open[oldParent] = parent
                }
                position = cut.range.upperBound
            }
            if position < Int(node.literal.count) { _ = result.append(piece(position..<Int(node.literal.count))) }
        }
        return result
    }

    /// Tildes that open or close a strikethrough, in a text.
    private struct Cut {
        let range: Range<Int>
        let opens: Bool
    }

    /// The cuts in the texts among the children of a node.
    private func strikethroughs(of parent: NodeID, in file: UnsafeBufferPointer<UInt8>) -> [NodeID: [Cut]] {
        var cuts: [NodeID: [Cut]] = [:]
        var openers = TildeOpeners()
        // A bare address is its own text, with all its tildes.
        let node = nodes[Int(parent)]
        if case .link = node.kind, file[Int(node.source.lowerBound)] != UInt8(ascii: "[") { return [:] }
        var child = nodes[Int(parent)].firstChild
        var startsLine = false
        while child >= 0 {
            defer {
                startsLine = nodes[Int(child)].kind == .softBreak || nodes[Int(child)].kind == .lineBreak
                child = nodes[Int(child)].next
            }
            guard nodes[Int(child)].kind == .text else { continue }
            for run in tildes(in: child, startsLine: startsLine, file) {
                if run.canClose, let opener = openers.removeMatch(of: run) {
                    // An opener of another length is used up, but strikes nothing through.
                    guard opener.range.count == run.range.count else { continue }
                    cuts[opener.node, default: []].append(Cut(range: opener.range, opens: true))
                    cuts[child, default: []].append(Cut(range: run.range, opens: false))
                } else if run.canOpen {
                    openers.append(run)
                }
            }
        }
        // Of nested strikethroughs, the inner ones were found first.
        return cuts.mapValues { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
    }

    /// The runs of one or two tildes in a text.
    private func tildes(in id: NodeID, startsLine: Bool, _ file: UnsafeBufferPointer<UInt8>) -> [TildeRun] {
        let node = nodes[Int(id)]
        let tilde = UInt8(ascii: "~")
        guard bytes(node.literal).contains(tilde) else { return [] }
        let text = Array(bytes(node.literal))
        let map = SourceMap(text[...], source: node.source, in: file)
        var runs: [TildeRun] = []
        var index = 0
        while index < text.count {
            guard text[index] == tilde, !map.isEscaped(index, in: file, byte: tilde) else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end] == tilde, !map.isEscaped(end, in: file, byte: tilde) { end += 1 }
            if end - index <= 2 {
                let source = map.source(index..<end)
                // In a quotation, the `>` of the line comes before the text in the file.
                let afterBlank = startsLine && index == 0
                runs.append(
                    TildeRun(node: id, range: index..<end, source: source, isAfterBlank: afterBlank, in: file))
            }
            index = end
        }
        return runs
    }
}

/// Tildes that can open or close a strikethrough, by the rules for emphasis with `*` (CommonMark 0.29, section 6.4),
/// which cmark-gfm uses for tildes.
private struct TildeRun {
    let node: NodeID
    /// Offsets in the text of the node.
    let range: Range<Int>
    let canOpen: Bool
    let canClose: Bool

    /// - Parameters:
    ///   - source: where the tildes are in the file.
    ///   - isAfterBlank: true at the start of a line, whatever is before them in the file.
    init(
        node: NodeID, range: Range<Int>, source: Range<Int32>, isAfterBlank: Bool, in file: UnsafeBufferPointer<UInt8>
    ) {
        let before = isAfterBlank ? .blank : Neighbour(before: Int(source.lowerBound), in: file)
        let after = Neighbour(at: Int(source.upperBound), in: file)
        self.node = node
        self.range = range
        canOpen = after != .blank && (after == .other || before != .other)
        canClose = before != .blank && (before == .other || after != .other)
    }

    /// True if this run closes what `opener` opens. If one of them could do both, their lengths must not add up to a multiple of three.
    func matches(_ opener: TildeRun) -> Bool {
        !(canOpen || opener.canClose) || (range.count + opener.range.count) % 3 != 0
    }
}

/// The runs of tildes that may still open a strikethrough.
private struct TildeOpeners {
    private var openers: [(number: Int, run: TildeRun)] = []
    private var count = 0
    /// For each kind of closer, the number up to which no opener matches, so that no opener is tried twice.
    private var bottoms = [-1, -1, -1, -1]

    mutating func append(_ run: TildeRun) {
        openers.append((count, run))
        count += 1
    }

    /// The nearest opener that a run closes, or nil. It is removed, with all openers after it.
    mutating func removeMatch(of run: TildeRun) -> TildeRun? {
        let kind = (run.range.count - 1) * 2 + (run.canOpen ? 1 : 0)
        var index = openers.count
        while index > 0, openers[index - 1].number > bottoms[kind] {
            index -= 1
            guard run.matches(openers[index].run) else { continue }
            defer { openers.removeSubrange(index...) }
            return openers[index].run
        }
        bottoms[kind] = count - 1
        return nil
    }
}

/// What is beside a run of tildes in the file.
private enum Neighbour {
    case blank, punctuation, other

    init(before offset: Int, in file: UnsafeBufferPointer<UInt8>) {
        var start = offset - 1
        while start > 0, offset - start < 4, file[start] & 0xC0 == 0x80 { start -= 1 }
        self.init(start < 0 ? [] : Array(file[start..<offset]))
    }

    init(at offset: Int, in file: UnsafeBufferPointer<UInt8>) {
        var end = min(offset + 1, file.count)
        while end < file.count, end - offset < 4, file[end] & 0xC0 == 0x80 { end += 1 }
        self.init(offset < file.count ? Array(file[offset..<end]) : [])
    }

    /// - Parameter bytes: the bytes of one character; empty at the start and the end of the file, which count as blank.
    private init(_ bytes: [UInt8]) {
        guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
            self = .blank
            return
        }
        if scalar.properties.isWhitespace {
            self = .blank
        } else if scalar.value < 0x80 {
            self = UInt8(scalar.value).isASCIIPunctuation ? .punctuation : .other
        } else {
            self = scalar.properties.generalCategory.isPunctuation ? .punctuation : .other
        }
    }
}
