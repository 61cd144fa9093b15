import PlaybookCore

extension Rule {
    /// Something in a mail template that a mail program in wide use ignores.
    static let emailClientSupport = Rule(
        "email-client-support",
        "A mail template uses something that Gmail, Apple Mail or Outlook does not support.",
        why: "Some customers would see a broken message, and nobody here would know.",
        example: ".items { display: flex; }",
        instead: ".items { width: 100%; }")
}

/// The declarations of a style sheet that Gmail, Apple Mail or Outlook with Word's engine does not support. Their effect must not carry meaning,
/// so they belong in the style block of the template (docs/mail.md, "HTML part").
func unsupportedStyles(in sheet: StyleSheet, of file: SourceFile) -> [Diagnostic] {
    sheet.rules.values.flatMap { $0 }.flatMap { declaration in
        features(of: declaration).compactMap { feature in
            finding("`\(declaration.property): \(declaration.value)`", feature, at: file.place(declaration.source))
        }
    }
}

/// The elements of a template, outside its style block, that one of these programs does not support.
func unsupportedElements(in file: SourceFile) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var index = 0
    while let start = file.bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        let name = file.bytes[(start + 1)...].prefix { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
        }
        index = name.endIndex
        let element = String(decoding: name, as: UTF8.self).lowercased()
        if element.isEmpty { continue }
        if let feature = elementFeatures[element]
            ?? (clientSupport["html-\(element)"] == nil ? nil : "html-\(element)"),
            let finding = finding("`<\(element)>`", feature, at: file.place(start..<index))
        {
            diagnostics.append(finding)
        }
        if element == "style", let end = file.bytes[index...].firstRange(of: Array("</style".utf8)) {
            index = end.upperBound
        }
    }
    return diagnostics
}

/// What a declaration needs, by the names of the table: its property, its units and its functions.
private func features(of declaration: StyleSheet.Declaration) -> [String] {
    let value = declaration.value.lowercased()
    var result = [propertyFeature(declaration.property)]
    if declaration.property == "display", ["flex", "grid", "none"].contains(value) {
        result = ["css-display-\(value)"]
    }
    for word in value.split(whereSeparator: { " ,/)".contains($0) }) {
        if let open = word.firstIndex(of: "("), word.first != "#" {
            let name = word[..<open]
            result.append(functionFeatures[String(name)] ?? "css-function-\(name)")
        }
        let unit = word.drop { $0.isNumber || $0 == "." || $0 == "-" }
        if word.first?.isNumber == true, !unit.isEmpty {
            result.append("css-unit-\(unit == "%" ? "percent" : String(unit))")
        }
    }
    return result
}

private func propertyFeature(_ property: String) -> String {
    // Sides and parts of a border or a margin are tested together with the whole.
    for whole in ["border", "margin", "padding"] where property.hasPrefix(whole + "-") {
        let side = property.dropFirst(whole.count + 1).split(separator: "-").first ?? ""
        if ["top", "right", "bottom", "left"].contains(side), !property.hasSuffix("radius") { return "css-\(whole)" }
    }
    return "css-\(property)"
}

/// Properties so old that caniemail has no test of them; every client has them.
private let everywhere: Set<String> = ["css-color", "css-font-family", "css-font-style"]

private let functionFeatures = [
    "rgb": "css-rgb", "rgba": "css-rgba", "var": "css-variables", "calc": "css-unit-calc",
    "linear-gradient": "css-linear-gradient", "url": "css-background-image",
]

private let elementFeatures = [
    "ul": "html-lists", "ol": "html-lists", "li": "html-lists", "input": "html-input-text",
    "button": "html-button-submit", "section": "html-semantics", "article": "html-semantics", "main": "html-semantics",
    "header": "html-semantics", "footer": "html-semantics", "nav": "html-semantics", "aside": "html-semantics",
    "figure": "html-semantics", "h1": "html-h1-h6", "h2": "html-h1-h6", "h3": "html-h1-h6", "iframe": "html-object",
]

private func finding(_ what: String, _ feature: String, at place: Place) -> Diagnostic? {
    if everywhere.contains(feature) { return nil }
    guard let missing = clientSupport[feature] else {
        return Diagnostic(
            .emailClientSupport, "there is no test of \(what) in mail programs", at: place,
            help: "caniemail.com lists what they support")
    }
    guard !missing.isEmpty else { return nil }
    return Diagnostic(
        .emailClientSupport, "\(missing.joined(separator: " and ")) would not show \(what)", at: place,
        help:
            "styles that only some mail programs show belong in the style block; see caniemail.com/features/\(feature)/"
    )
}
