import PlaybookCore
import PlaybookModel

extension Rule {
    static let unmappedValue = Rule(
        "unmapped-value",
        "A word of a CRM export, such as a job title, that is neither in the vocabulary nor in `crm: values:`.",
        severity: .warning, canBeLowered: true,
        why: """
            The value is left out. A contact without a role gets no digest, and an account without an industry gets no snippet that is for \
            industries.
            """,
        example: """
            Contact,Function
            Ana Silva,Head of Production
            """,
        instead: """
            crm:
              values:
                roles: {Head of Production: plant-manager, Buyer: none}
            """)
}

extension ExportedAccountReader {
    /// The value of a key's cells in the form that it has in a file; nil if there is no value.
    mutating func value(of key: CRMExport.Key, in row: ExportedRows.Row) -> YAMLNode? {
        guard let shape = shapes[key], let field = row[key] else { return nil }
        switch shape {
        case .list:
            var named: [String] = []
            for part in row.fields(key) {
                for id in ids(in: part, key, row) where !named.contains(id) { named.append(id) }
            }
            guard !named.isEmpty else { return nil }
            let items = named.map { text($0, field) }
            return YAMLNode(content: .sequence(items), source: field.source)
        case .dictionary(_, let values):
            return pairs(in: field, values, key, row)
        default:
            guard let words = key.words else { return plain(field, shape, key, row) }
            if let meaning = self.words.meaning(of: field.text, as: words) {
                return meaning.first.map { text($0, field) }
            }
            reportUnmapped(field.text, key, field, row)
            return nil
        }
    }

    private func text(_ text: String, _ field: Table.Field) -> YAMLNode {
        YAMLNode(content: .scalar(text, isPlain: false), source: field.source)
    }

    /// The value of a cell that is read as it is; nil if it does not fit the shape.
    private mutating func plain(
        _ field: Table.Field, _ shape: Shape, _ key: CRMExport.Key, _ row: ExportedRows.Row
    ) -> YAMLNode? {
        var written = field.text
        // CRM systems write a day with its time, and spreadsheets write the day first. Both are unambiguous.
        if case .date = shape {
            written = String(written.prefix { $0 != " " && $0 != "T" })
            written = dateFromPoints(written) ?? written
        }
        var isNumber = false
        if case .integer = shape { isNumber = true }
        let node = YAMLNode(content: .scalar(written, isPlain: isNumber), source: field.source)
        let cell = Cell(key: key, file: row.file, text: written)
        var problems = wrongCells[cell] ?? []
        if problems.isEmpty {
            var check = ShapeCheck(file: export.files[row.file], known: KnownIDs())
            check.check(node, shape, key: key.rawValue)
            problems = check.diagnostics
            if !problems.isEmpty { wrongCells[cell] = problems }
        }
        for problem in problems {
            report(
                problem.rule, showingInvisibles(problem.message), at: field.source, in: row.file, help: problem.help)
        }
        return problems.isEmpty ? node : nil
    }

    /// The ids that a cell names. CRM systems put several choices into one cell, separated by semicolons, line breaks
    /// or commas. A job title may contain a comma, so a cell is split at commas only when all its parts are known.
    private mutating func ids(in field: Table.Field, _ key: CRMExport.Key, _ row: ExportedRows.Row) -> [String] {
        guard let words = key.words else { return [] }
        if let meaning = self.words.meaning(of: field.text, as: words) { return meaning }
        return parts(of: field.text, at: ";\n\r\r\n").flatMap { part -> [String] in
            if let meaning = self.words.meaning(of: part, as: words) { return meaning }
            let meanings = parts(of: part, at: ",").map { self.words.meaning(of: $0, as: words) }
            if meanings.contains(where: { $0 == nil }) { reportUnmapped(part, key, field, row) }
            return meanings.contains { $0 == nil } ? [] : meanings.compactMap(\.self).flatMap(\.self)
        }
    }

    private func parts(of text: String, at separators: String) -> [String] {
        text.split { separators.contains($0) }.map { part in
            String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }.filter { !$0.isEmpty }
    }

    /// The parts of a cell such as `edge-gateway 4.2, line-monitor 2.0`: each with its word and the text after its last
    /// blank.
    private mutating func pairs(
        in field: Table.Field, _ values: Shape, _ key: CRMExport.Key, _ row: ExportedRows.Row
    ) -> YAMLNode? {
        guard let words = key.words else { return nil }
        if let match = field.text.firstMatch(of: /[0-9]+,[0-9]+/) {
            report(
                .invalidValue, "`\(match.output)` has a decimal comma", at: field.source, in: row.file,
                help: helpForDecimalComma(String(match.output)))
            return nil
        }
        var entries: [YAMLNode.Entry] = []
        for part in parts(of: field.text, at: ",;\n\r\r\n") {
            let (name, value) = nameAndValue(part, words)
            guard let meaning = self.words.meaning(of: name, as: words) else {
                reportUnmapped(name, key, field, row)
                continue
            }
            for id in meaning where !entries.contains(where: { $0.key == id }) {
                guard let node = worth(value, of: id, values, field, row) else { continue }
                entries.append(YAMLNode.Entry(key: id, keySource: field.source, value: node))
            }
        }
        return entries.isEmpty ? nil : YAMLNode(content: .mapping(entries), source: field.source)
    }

    private func nameAndValue(_ part: String, _ words: CRMExport.Words) -> (String, String) {
        if self.words.meaning(of: part, as: words) != nil { return (part, "") }
        let pieces = part.split(separator: " ")
        guard pieces.count > 1, let last = pieces.last,
            last.wholeMatch(of: /[vV]?-?[0-9].*/) != nil
        else { return (part, "") }
        let value = last.drop { $0 == "v" || $0 == "V" }
        return (pieces.dropLast().joined(separator: " "), String(value.last == "%" ? value.dropLast() : value))
    }

    /// The version of a product, or the target of a KPI, as a value; nil if it is neither.
    private mutating func worth(
        _ value: String, of id: String, _ shape: Shape, _ field: Table.Field, _ row: ExportedRows.Row
    ) -> YAMLNode? {
        if case .version = shape {
            if Version(value) != nil { return text(value, field) }
            let message =
                value.isEmpty ? "no version for product `\(id)`" : "`\(value)` is not a version of product `\(id)`"
            export.findings[row.file].add(
                .unmappedValue, message, at: field.source, counted: .accounts,
                help: "the product is left out; give its version, such as \(id) 4.2")
            return nil
        }
        guard !value.isEmpty else { return YAMLNode(content: .mapping([]), source: field.source) }
        guard Decimal6(value) != nil else {
            report(
                .invalidValue, "`\(value)` is not a number", at: field.source, in: row.file,
                help: "write a target such as \(id) 85.4")
            return nil
        }
        let target = YAMLNode(content: .scalar(value, isPlain: true), source: field.source)
        let entry = YAMLNode.Entry(key: "target", keySource: field.source, value: target)
        return YAMLNode(content: .mapping([entry]), source: field.source)
    }

    private mutating func reportUnmapped(
        _ word: String, _ key: CRMExport.Key, _ field: Table.Field, _ row: ExportedRows.Row
    ) {
        guard let words = key.words else { return }
        let message = "unmapped \(words.title) `\(showingInvisibles(word))`"
        // Guessing a status might mean writing to somebody who has unsubscribed.
        let rule = words == .status ? Rule.invalidValue : .unmappedValue
        if export.findings[row.file].countRepeat(rule, message) { return }
        let near = export.findings[row.file].suggestion(for: word, among: self.words.known(words))
        let nearest = near.flatMap { self.words.meaning(of: $0, as: words)?.first }
        let place = "under `crm: values: \(words.rawValue):` in playbook.yml"
        let entry = yamlKey(word)
        let help =
            if words == .status {
                "say what it means \(place): `\(entry): …` with active, unsubscribed, bounced or left"
            } else if let nearest {
                "add `\(entry): \(nearest)` \(place), or `\(entry): none`"
            } else {
                "add `\(entry): none` \(place), or name the \(words.title) instead of none"
            }
        export.findings[row.file].add(
            rule, message, at: field.source, counted: key.isOfContact ? .rows : .accounts, help: help)
    }
}
