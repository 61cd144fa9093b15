import PlaybookCore
import PlaybookModel

extension Rule {
    static let missingKey = Rule(
        "missing-key",
        "A missing key that is always needed, or that `require:` makes compulsory.",
        why: "A snippet without roles reaches nobody; an account without a name cannot be greeted.",
        example: """
            title: Seven days of line data survive an outage
            kind: upgrade
            """,
        instead: """
            title: Seven days of line data survive an outage
            summary: Stops stay visible while the network is down.
            kind: upgrade
            """)

    static let wrongType = Rule(
        "wrong-type",
        "A value of another type than its key takes.",
        why: "YAML reads `4.2` as a number and `no` as a word; versions would be compared wrongly.",
        example: "products: {edge-gateway: 4.20}",
        instead: "products: {edge-gateway: \"4.20\"}")

    static let invalidValue = Rule(
        "invalid-value",
        "A value of the right type that is not possible.",
        why: "A day that does not exist never comes, and an invalid address gets no mail.",
        example: "expires: 2027-02-30",
        instead: "expires: 2027-02-28")
}

/// Checks a value against a shape. All mistakes are reported in one run, and a value that passes can be read without
/// further checks.
struct ShapeCheck {
    let file: SourceFile
    let known: KnownIDs
    /// True for the front matter of a chapter, which may come from another generator.
    let isChapter: Bool
    var diagnostics: [Diagnostic] = []

    init(file: SourceFile, known: KnownIDs) {
        self.file = file
        self.known = known
        isChapter = ContentPart.chapters.contains(file.name) || ContentPart.shared.contains(file.name)
    }

    mutating func check(_ node: YAMLNode, _ shape: Shape, key: String) {
        switch shape {
        case .optional(let inner): if node.kind != .null { check(node, inner, key: key) }
        case .mapping(let fields): checkMapping(node, fields, key: key)
        case .dictionary(let keys, let values): checkDictionary(node, keys, values, key: key)
        case .list(let element, let least): checkList(node, element, least, key: key)
        case .oneOrMore(let element) where node.kind == .sequence: checkList(node, element, 1, key: key)
        case .oneOrMore(let element): check(node, element, key: key)
        case .boolean: _ = expect(node, .boolean, key: key)
        case .integer(let range): checkInteger(node, range, key: key)
        case .decimal: checkDecimal(node, key: key)
        case .format: checkFormat(node, key: key)
        default: checkText(node, shape, key: key)
        }
    }

    private mutating func checkMapping(_ node: YAMLNode, _ fields: [Field], key: String) {
        guard expect(node, .mapping, key: key, help: form(of: fields)) else { return }
        let entries = node.entries
        checkDuplicates(entries)
        // Computed only if a key is unknown. A known key that the mapping already has cannot be what was meant.
        lazy var given = Set(entries.map(\.key))
        lazy var free = fields.map(\.name).filter { !given.contains($0) }
        var meant: Set<String> = []
        for entry in entries {
            guard let field = fields.firstIndex(where: { $0.name == entry.key }) else {
                if let key = reportUnknown(entry, beside: given, fields, &free, isTop: key == RecordFile.frontMatter) {
                    meant.insert(key)
                }
                continue
            }
            if !fields[field].isRequired, entry.value.kind == .null { continue }
            check(entry.value, fields[field].shape, key: entry.key)
        }
        // A key that is misspelt has been reported as such.
        for field in fields where field.isRequired {
            if meant.contains(field.name) || entries.contains(where: { $0.key == field.name }) { continue }
            let start = node.source.lowerBound
            report(.missingKey, "`\(field.name)` is missing", at: start..<start, help: field.summary)
        }
    }

    private mutating func checkDictionary(_ node: YAMLNode, _ keys: Shape, _ values: Shape, key: String) {
        guard expect(node, .mapping, key: key) else { return }
        checkDuplicates(node.entries)
        for entry in node.entries {
            check(YAMLNode(content: .scalar(entry.key, isPlain: false), source: entry.keySource), keys, key: key)
            check(entry.value, values, key: entry.key)
        }
    }

    private mutating func checkList(_ node: YAMLNode, _ element: Shape, _ least: Int, key: String) {
        guard expect(node, .sequence, key: key) else { return }
        if node.items.count < least {
            report(
                .invalidValue, "`\(key)` needs at least \(least == 1 ? "one entry" : "\(least) entries")",
                at: node.source)
        }
        for item in node.items { check(item, element, key: key) }
    }

    private mutating func checkInteger(_ node: YAMLNode, _ range: ClosedRange<Int>, key: String) {
        guard expect(node, .integer, key: key) else { return }
        if let number = node.scalar.flatMap({ Int($0) }), range.contains(number) { return }
        let bounds =
            range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
        report(.invalidValue, "`\(key)` is \(node.scalar ?? "")", at: node.source, help: "it can be \(bounds)")
    }

    private mutating func checkFormat(_ node: YAMLNode, key: String) {
        guard expect(node, .integer, key: key), node.scalar != "1" else { return }
        report(
            .invalidValue, "`format` is \(node.scalar ?? ""), which playbook \(programVersion) does not read",
            at: node.source,
            help: "it reads 1; a newer format needs a newer program")
    }

    private mutating func checkDecimal(_ node: YAMLNode, key: String) {
        if node.kind != .integer, !expect(node, .number, key: key) { return }
        if node.scalar.flatMap({ Decimal6($0) }) == nil {
            report(.invalidValue, "`\(key)` is \(node.scalar ?? "")", at: node.source, help: "use at most six decimals")
        }
    }

    private mutating func checkText(_ node: YAMLNode, _ shape: Shape, key: String) {
        guard expect(node, .text, key: key), let text = node.scalar else { return }
        if let scalar = firstForbiddenScalar(in: text) {
            report(
                .controlCharacter, "`\(key)` has the character `\(scalar.visibleForm)`", at: node.source,
                help: helpWithForbidden(scalar), severity: .error)
        } else if case .reference(let reference) = shape {
            checkReference(text, reference, at: node.source)
        } else if let problem = problem(with: text, as: shape) {
            var fix: Diagnostic.Fix?
            if case .choice(let words) = shape { fix = correction(of: text, among: words, at: node.source, in: file) }
            if case .date = shape, let date = dateFromPoints(text) {
                fix = replacement(of: text, by: date, at: node.source, in: file)
            }
            report(
                .invalidValue, "`\(key)` \(problem.message)", at: node.source,
                help: helpForTypographicQuotes(text) ?? problem.help, fix: fix)
        }
    }

    private func problem(with text: String, as shape: Shape) -> (message: String, help: String?)? {
        switch shape {
        case .text: return text.allSatisfy(\.isWhitespace) ? ("is empty", nil) : nil
        case .line:
            let limit = 2_000
            guard text.utf8.count <= limit else {
                return ("has \(text.utf8.count) bytes", "write at most \(limit); longer texts belong in Markdown")
            }
            if text.allSatisfy(\.isWhitespace) { return ("is empty", nil) }
            // Nearly all lines are ASCII and need no lookup in Unicode's tables.
            if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return nil }
            let invisible = text.unicodeScalars.first { scalar in
                [.control, .format].contains(scalar.properties.generalCategory)
                    && scalar != "\u{200D}" && scalar != "\u{200C}"
            }
            guard let invisible else { return nil }
            if invisible == "\n" { return ("has a line break", "write it on one line") }
            return ("has the invisible character `\(invisible.visibleForm)`", "delete it")
        case .domain:
            return isEmailAddress("a@" + text)
                ? nil : ("is not a domain: `\(text)`", "write one such as mail.company.example")
        case .date: return CalendarDate(text) == nil ? ("is not a date: `\(text)`", helpForDate(text)) : nil
        case .month: return YearMonth(text) == nil ? ("is not a month: `\(text)`", helpForMonth(text)) : nil
        case .version:
            return Version(text) == nil
                ? ("is not a version: `\(text)`", "write whole numbers with dots, such as \"4.2\"") : nil
        case .email:
            return isEmailAddress(text) ? nil : ("is not an e-mail address: `\(text)`", "write name@company.example")
        case .address:
            return isFullAddress(text) ? nil : ("is not a full address: `\(text)`", "start it with https:// or mailto:")
        case .headerAddress: return headerAddressProblem(text)
        case .language:
            return isLanguageTag(text) ? nil : ("is not a language: `\(text)`", "write one such as en or pt-BR")
        case .colour: return Colour.problem(with: text, on: [])
        case .timeZone: return timeZoneProblem(text)
        case .choice(let words):
            guard !words.contains(text) else { return nil }
            let near = Diagnostic.help(didYouMean: nearest(to: text, among: words))
            return ("is `\(text)`", near ?? "it can be \(words.joined(separator: ", "))")
        case .decision(let words):
            return words.contains(text) ? nil : ("is `\(text)`", "it can be \(words.joined(separator: ", "))")
        case .page:
            return pageFolder(text) != nil
                ? nil
                : (
                    "is not a path of a page: `\(text)`",
                    "write it from the top of the site, such as account/stages, without `..` and `.html`"
                )
        case .id:
            return isID(text) ? nil : ("is not an id: `\(text)`", "use lower-case letters, digits and hyphens")
        default: return nil
        }
    }

    /// True for an address with its scheme. A pattern would be made again for each value, which takes longer than to read the value.
    private func isFullAddress(_ text: String) -> Bool {
        let scheme = ["https://", "http://", "mailto:", "tel:"].first { text.startsWithBytes(of: $0) }
        guard let scheme, text.utf8.count > scheme.utf8.count else { return false }
        if text.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) { return true }
        return !text.contains(where: \.isWhitespace)
    }

    /// True for small letters and digits, with single dots, hyphens and underscores between them.
    private func isID(_ text: String) -> Bool {
        var isAfterSign = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): isAfterSign = false
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                if isAfterSign { return false }
                isAfterSign = true
            default: return false
            }
        }
        return !isAfterSign
    }

    /// The known word that was probably meant; nil if none is near. Always nil after a hundred mistakes, as in tables:
    /// a file with more mistakes has a fault other than typing errors, and each search goes through all known words.
    func suggestion(for word: String, among known: some Sequence<String>) -> String? {
        diagnostics.count < 100 ? nearest(to: word, among: known) : nil
    }

    /// - Parameter help: what to write, if the kind alone does not show it.
    private mutating func expect(
        _ node: YAMLNode, _ kind: YAMLNode.Kind, key: String, help: @autoclosure () -> String? = nil
    ) -> Bool {
        if node.kind == kind { return true }
        var help = help()
        if kind == .text, node.scalar != nil, node.kind != .null { help = "put it in quotes: \"\(node.scalar ?? "")\"" }
        if kind == .sequence, node.scalar != nil { help = "write a list: [\(node.scalar ?? "")]" }
        report(.wrongType, "`\(key)` is \(node.kind.rawValue), but takes \(kind.rawValue)", at: node.source, help: help)
        return false
    }

    /// Adds a finding at a place of the file.
    mutating func report(
        _ rule: Rule, _ message: String, at source: Range<Int>, help: String? = nil, notes: [Diagnostic.Note] = [],
        fix: Diagnostic.Fix? = nil, severity: Severity? = nil
    ) {
        diagnostics.append(
            Diagnostic(
                rule, message, at: file.place(source), help: help, notes: notes, fix: fix, severity: severity))
    }
}
