import PlaybookCore

extension Rule {
    /// A class in a mail template for which `styles.css` has no rule.
    static let unknownClass = Rule(
        "unknown-class",
        "A mail template uses a class that has no rule in `styles.css`.",
        why: "Styles become part of the elements before a message is sent. A class without a rule has no effect.",
        example: "<td class=\"buton\">",
        instead: "<td class=\"button\">")
}

extension StyleSheet {
    /// The attributes for the elements of a Markdown body, by element: the declarations of its rule, and a class if a style block names that
    /// class.
    ///
    /// - Parameter named: the classes that style blocks name.
    func bodyAttributes(_ named: Set<String>) -> [String: String] {
        var result: [String: String] = [:]
        for selector in rules.keys where !selector.hasPrefix(".") {
            // Word's engine takes the spacing and width of a table only from attributes.
            let table = selector == "table" ? "border=\"0\" cellpadding=\"0\" cellspacing=\"0\" width=\"100%\" " : ""
            let name = named.contains("on-" + selector) ? " class=\"on-\(selector)\"" : ""
            result[selector] = table + "style=\"\(style([selector]))\"" + name
        }
        return result
    }

    /// A template whose classes have become `style` attributes. Classes that start with `on-` stay, because the style block of the template names
    /// them (docs/templates.md). A class without a rule is an error, because it would have no effect.
    func inlined(into file: SourceFile) -> (file: SourceFile, diagnostics: [Diagnostic]) {
        rewritten(file) { names, kept in
            let style = style(names)
            return (style.isEmpty ? [] : ["style=\"\(style)\""])
                + (kept.isEmpty ? [] : ["class=\"\(kept.joined(separator: " "))\""])
        }
    }

    /// A template with other attributes in place of its classes.
    ///
    /// - Parameter attributes: returns the attributes, given the selectors of an element's classes and the classes that stay.
    func rewritten(
        _ file: SourceFile, _ attributes: (_ selectors: [String], _ kept: [String]) -> [String]
    ) -> (file: SourceFile, diagnostics: [Diagnostic]) {
        var output: [UInt8] = []
        var diagnostics: [Diagnostic] = []
        var end = 0
        for attribute in classAttributes(in: file.bytes) {
            let names = file.text(attribute.value).split { $0.isWhitespace }.map(String.init)
            let styled = names.filter { !$0.hasPrefix("on-") }
            let kept = names.filter { $0.hasPrefix("on-") }
            for name in styled where rules["." + name] == nil {
                let known = rules.keys.filter { $0.hasPrefix(".") }.map { String($0.dropFirst()) }
                diagnostics.append(
                    Diagnostic(
                        .unknownClass, "`styles.css` has no rule for the class `\(name)`",
                        at: file.place(attribute.value),
                        help: Diagnostic.help(didYouMean: nearest(to: name, among: known))))
            }
            let parts = attributes(styled.map { "." + $0 }, kept)
            output += file.bytes[end..<attribute.whole.lowerBound]
            output += Array(parts.joined(separator: " ").utf8)
            end = attribute.whole.upperBound
        }
        output += file.bytes[end...]
        return (SourceFile(path: file.path, name: file.name, bytes: output), diagnostics)
    }
}

/// The classes that start with `on-` and that style blocks of templates name.
func namedClasses(in files: [SourceFile]) -> Set<String> {
    var names: Set<String> = []
    for file in files {
        for match in file.text(0..<file.bytes.count).matches(of: /\.(on-[A-Za-z0-9_-]+)/) {
            names.insert(String(match.output.1))
        }
    }
    return names
}

private struct ClassAttribute {
    var whole: Range<Int>
    var value: Range<Int>
}

/// The `class="…"` attributes of start tags. Text and other attributes that read the same are left alone.
private func classAttributes(in bytes: [UInt8]) -> [ClassAttribute] {
    let opening = Array("class=\"".utf8)
    var result: [ClassAttribute] = []
    var isInTag = false
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if !isInTag {
            isInTag = byte == UInt8(ascii: "<") && index + 1 < bytes.count && isLetter(bytes[index + 1])
            index += 1
        } else if byte == UInt8(ascii: ">") {
            isInTag = false
            index += 1
        } else if bytes[index...].starts(with: opening), index > 0, bytes[index - 1] <= .space {
            let start = index + opening.count
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
            result.append(ClassAttribute(whole: index..<min(end + 1, bytes.count), value: start..<end))
            index = min(end + 1, bytes.count)
        } else if byte == UInt8(ascii: "\"") {
            // A value of another attribute, which may hold anything but a quotation mark.
            index = (bytes[(index + 1)...].firstIndex(of: byte) ?? bytes.count - 1) + 1
        } else {
            index += 1
        }
    }
    return result
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
