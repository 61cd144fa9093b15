import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The snippet in a file that has passed the check of its shape; nil where it breaks another rule. Findings are added
/// to the record.
func readSnippet(_ record: inout RecordFile, id: String, kpis: Set<String>, _ sources: IncludeSources) -> Snippet? {
    guard record.isSound, let yaml = record.yaml, let title = yaml["title"]?.scalar,
        let summary = yaml["summary"]?.scalar, let kind = yaml["kind"]?.choice(Snippet.Kind.self),
        let label = yaml["action"]?["label"]?.scalar, let url = yaml["action"]?["url"]?.scalar,
        let publish = yaml["publish"]?.date
    else { return nil }
    let body = CustomerDocument(cuttingInternalBlocksFrom: record.document)
    var snippet = Snippet(
        id: id, title: title, summary: onOneLine(summary), kind: kind, kpis: yaml["kpis"]?.texts ?? [],
        roles: yaml["roles"]?.texts ?? [], action: Snippet.Action(label: label, url: url), publish: publish, body: body,
        inside: record.document)
    snippet.worth = yaml["worth"]?.choice(Snippet.Worth.self)
    snippet.expires = yaml["expires"]?.date
    snippet.accounts = yaml["accounts"]?.texts
    snippet.industries = yaml["industries"]?.texts
    snippet.products = yaml["products"]?.texts
    snippet.productVersion = yaml["product_version"].map { versions(in: $0) }
    snippet.regions = yaml["regions"]?.texts
    snippet.stages = yaml["stages"]?.texts
    snippet.language = yaml["language"]?.scalar
    if let event = yaml["event"], let date = event["date"]?.date, let place = event["place"]?.scalar {
        snippet.event = Snippet.Event(date: date, place: place)
    }
    snippet.incident = yaml["incident"]?.scalar
    snippet.evidence = yaml["evidence"].flatMap { evidence in
        evidence["source"]?.scalar.map {
            Snippet.Evidence(source: $0, validUntil: evidence["valid_until"]?.date)
        }
    }
    snippet.answers = yaml["answers"]?.texts ?? []
    snippet.supersedes = yaml["supersedes"]?.texts ?? []
    set(&snippet.revision, yaml["revision"]?.integer)
    snippet.was = yaml["was"]?.texts ?? []
    snippet.mayName = yaml["may_name"]?.texts ?? []
    set(&snippet.draft, yaml["draft"]?.boolean)
    snippet.owner = yaml["owner"]?.scalar
    snippet.fields = body.document.mergeFields(in: record.file.bytes)
    checkSnippet(snippet, yaml, &record, kpis: kpis, sources)
    return record.isSound ? snippet : nil
}

/// A text in which each line break, with the blanks around it, is one blank: a sentence that is wrapped in the file
/// is one line in messages.
private func onOneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == .lineFeed || $0 == .carriageReturn }) else { return text }
    return text.split { $0.isNewline }.map { line in
        String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }.joined(separator: " ")
}

/// The versions in a mapping of products.
func versions(in yaml: YAMLNode) -> [String: Version] {
    var versions: [String: Version] = [:]
    for entry in yaml.entries { versions[entry.key] = entry.value.version }
    return versions
}

private func checkSnippet(
    _ snippet: Snippet, _ yaml: YAMLNode, _ record: inout RecordFile, kpis: Set<String>, _ sources: IncludeSources
) {
    let file = record.file
    /// A place in the file itself, or in one that it includes.
    func place(_ source: Range<Int>, in included: Int32) -> Place { (sources.file(included) ?? file).place(source) }

    checkWorth(yaml, &record)
    if (snippet.kind == .event) != (snippet.event != nil) {
        let help = snippet.kind == .event ? "add `event: {date: …, place: …}`" : "only the kind `event` has one"
        let message = snippet.kind == .event ? "an event has no date and place" : "`event` is given for \(snippet.kind)"
        record.report(.eventMismatch, message, at: yaml["event"] ?? yaml["kind"], help: help)
    }
    if let expires = snippet.expires, expires < snippet.publish {
        record.report(
            .datesOutOfOrder, "it expires on \(expires), before it is published", at: yaml["expires"],
            help: "publish is \(snippet.publish)")
    }
    for (key, date) in [("event", snippet.event?.date), ("evidence", snippet.evidence?.validUntil)] {
        guard let date, date < snippet.publish else { continue }
        record.report(
            .datesOutOfOrder,
            "\(key == "event" ? "the event is" : "the evidence ends") on \(date), before it is published",
            at: yaml[key]?[key == "event" ? "date" : "valid_until"], help: "publish is \(snippet.publish)")
    }
    for link in snippet.body.document.links where !isAbsolute(link.url) || isDangerousAddress(link.url.utf8) {
        record.diagnostics.append(
            Diagnostic(
                .relativeLink, "a customer cannot follow this \(link.isImage ? "image" : "link")",
                at: place(link.source, in: link.file), help: "write the full address, with https://"))
    }
    for node in snippet.body.document.unfilledBraces {
        let whole = snippet.body.document.nodes[Int(node)].source
        let source = Int(whole.lowerBound)..<Int(whole.upperBound)
        // For a text, from the last opening braces on; for code, all of it.
        let isText = snippet.body.document.nodes[Int(node)].kind == .text
        let included = snippet.body.document.nodes[Int(node)].file
        let bytes = (sources.file(included) ?? file).bytes
        let opening = source.dropLast().last { bytes[$0] == UInt8(ascii: "{") && bytes[$0 + 1] == UInt8(ascii: "{") }
        record.diagnostics.append(
            Diagnostic(
                .unfilledField, "`{{` here is not filled: customers would see it",
                at: place(
                    (isText ? opening ?? source.lowerBound : source.lowerBound)..<source.upperBound, in: included),
                help: "write the field in plain text, on one line, without markup inside"))
    }
    for field in snippet.fields where !isKnownMergeField(field.name, kpis: kpis) {
        record.diagnostics.append(unknownField(field.name, at: place(field.source, in: field.file), kpis: kpis))
    }
    let texts = [yaml["title"], yaml["summary"], yaml["action"]?["label"], yaml["action"]?["url"]]
    for node in texts.compactMap({ $0 }) {
        for name in mergeFieldNames(in: node.scalar ?? "") where !isKnownMergeField(name, kpis: kpis) {
            record.diagnostics.append(unknownField(name, at: record.file.place(node.source), kpis: kpis))
        }
    }
}

/// A snippet must have either `kpis` or `worth`.
private func checkWorth(_ yaml: YAMLNode, _ record: inout RecordFile) {
    func isGiven(_ key: String) -> Bool { yaml[key].map { $0.kind != .null } ?? false }
    if isGiven("worth"), isGiven("kpis") {
        record.report(
            .worthMismatch, "`worth` is given beside `kpis`", at: yaml["worth"],
            help: "take one of them out: `worth` is for what moves no KPI")
    } else if !isGiven("worth"), !isGiven("kpis") {
        let start = yaml.source.lowerBound
        record.diagnostics.append(
            Diagnostic(
                .missingKey, "`kpis` is missing", at: record.file.place(start..<start),
                help: "name the customer's KPIs that it moves, or say `worth: date`, `duty` or `safety`"))
    }
}

private func unknownField(_ name: String, at place: Place, kpis: Set<String>) -> Diagnostic {
    let near = Diagnostic.help(didYouMean: nearest(to: name, among: knownMergeFields(kpis: kpis)).map { "{{\($0)}}" })
    return Diagnostic(
        .unknownField, "unknown merge field `\(name)`", at: place,
        help: near ?? "fields are account.name, contact.name, kpi.ID.latest and kpi.ID.target")
}
