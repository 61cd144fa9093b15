import PlaybookCore

/// Finds names in templates that no value has. A name is looked for as Mustache does it: in the innermost section first, then in those
/// around it; partials see what the place sees that they are included at.
struct NameCheck {
    private let files: [String: SourceFile]
    private var found: [Place: Diagnostic] = [:]
    /// Partials that are being read, so that one which includes itself comes to an end.
    private var open: [String] = []

    init(_ files: [String: SourceFile]) { self.files = files }

    var diagnostics: [Diagnostic] { Array(found.values).inOrder() }

    mutating func check(_ template: String, shape: TemplateShape) { check(template, in: [shape]) }

    private mutating func check(_ template: String, in around: [TemplateShape]) {
        guard let file = files[template] else { return }
        open.append(template)
        defer { open.removeLast() }
        var stack = around
        var depths: [Int] = []
        for tag in tags(of: file.bytes) {
            switch tag.sign {
            case UInt8(ascii: "#"):
                depths.append(stack.count)
                if let shape = resolve(tag, in: stack, file), !shape.names.isEmpty { stack.append(shape) }
            case UInt8(ascii: "^"):
                depths.append(stack.count)
                _ = resolve(tag, in: stack, file)
            case UInt8(ascii: "/"):
                if let depth = depths.popLast() { stack.removeLast(stack.count - depth) }
            case UInt8(ascii: ">"):
                if open.contains(tag.name) {
                    report(tag, "`\(tag.name)` includes itself, without an end", nil, file)
                } else {
                    check(tag.name, in: stack)
                }
            case UInt8(ascii: "!"): continue
            case nil:
                guard let shape = resolve(tag, in: stack, file), !shape.names.isEmpty else { continue }
                report(
                    tag, "`\(tag.name)` is no text", "open it as a section: {{#\(tag.name)}} … {{/\(tag.name)}}", file)
            case .some: report(tag, "`\(tag.name)` is Mustache that the program's templates do not use", nil, file)
            }
        }
    }

    private mutating func resolve(_ tag: Tag, in stack: [TemplateShape], _ file: SourceFile) -> TemplateShape? {
        let parts = tag.name.split(separator: ".").map(String.init)
        guard let first = parts.first, let start = stack.last(where: ({ $0.names[first] != nil })) else {
            let known = Set(stack.flatMap(\.names.keys))
            let near = nearest(to: parts.first ?? "", among: known).map { "did you mean `\($0)`?" }
            report(tag, "there is no value `\(tag.name)` here", near, file)
            return nil
        }
        var shape = start
        for part in parts {
            guard let next = shape.names[part] else {
                let near = nearest(to: part, among: Set(shape.names.keys)).map { "did you mean `\($0)`?" }
                report(tag, "there is no value `\(tag.name)` here", near, file)
                return nil
            }
            shape = next
        }
        return shape
    }

    private mutating func report(_ tag: Tag, _ message: String, _ help: String?, _ file: SourceFile) {
        let place = file.place(tag.source)
        found[place] = Diagnostic(.unknownValue, message, at: place, help: help)
    }
}

/// A Mustache tag.
private struct Tag {
    /// `#`, `^`, `/`, `>` and the like; nil for a value.
    var sign: UInt8?
    var name: String
    /// Where the name stands.
    var source: Range<Int>
}

private func tags(of bytes: [UInt8]) -> [Tag] {
    let brace = UInt8(ascii: "{")
    var tags: [Tag] = []
    var index = 0
    while index + 1 < bytes.count {
        guard bytes[index] == brace, bytes[index + 1] == brace else {
            index += 1
            continue
        }
        var start = index + 2
        let isRaw = start < bytes.count && bytes[start] == brace
        if isRaw { start += 1 }
        var end = start
        while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "}") && bytes[end + 1] == UInt8(ascii: "}")) {
            end += 1
        }
        index = end + (isRaw ? 3 : 2)
        var sign: UInt8?
        if !isRaw, start < end, "#^/>!&=<$%".utf8.contains(bytes[start]) {
            sign = bytes[start] == UInt8(ascii: "&") ? nil : bytes[start]
            start += 1
        }
        while start < end, bytes[start] <= 0x20 { start += 1 }
        var last = end
        while last > start, bytes[last - 1] <= 0x20 { last -= 1 }
        tags.append(Tag(sign: sign, name: String(decoding: bytes[start..<last], as: UTF8.self), source: start..<last))
    }
    return tags
}
