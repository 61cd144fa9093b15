import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    static let datesOutOfOrder = Rule(
        "dates-out-of-order",
        "An end that comes before its beginning.",
        why: "The snippet would never be sent, or the hold would never be active.",
        example: """
            publish: 2026-10-15
            expires: 2026-01-31
            """,
        instead: """
            publish: 2026-10-15
            expires: 2027-01-31
            """)

    static let eventMismatch = Rule(
        "event-mismatch",
        "An event without a date and place, or a date of an event on another kind.",
        why: "An invitation without a date cannot be accepted.",
        example: "kind: event",
        instead: """
            kind: event
            event: {date: 2026-11-19, place: Online}
            """)

    static let relativeLink = Rule(
        "relative-link",
        "A link or an image in a snippet that leads into the content folder.",
        why: "The customer has no such folder and cannot follow it.",
        example: "Read [the guide](../chapters/guide.md).",
        instead: "Read [the guide](https://helios.example/guide).")

    static let unfilledField = Rule(
        "unfilled-field",
        "Braces of a merge field in code, or cut by markup.",
        canBeLowered: true,
        why: "Fields are filled in plain text only, so customers would see the braces.",
        example: "Your OEE was `{{kpi.oee.latest}}`.",
        instead: "Your OEE was {{kpi.oee.latest}}.")

    static let unknownField = Rule(
        "unknown-field",
        "A merge field that nothing fills.",
        why: "Customers would see its braces.",
        example: "Your OEE was {{kpi.oee.last}}.",
        instead: "Your OEE was {{kpi.oee.latest}}.")

    static let worthMismatch = Rule(
        "worth-mismatch",
        "A snippet with both `kpis` and `worth`.",
        why: "`worth` is for snippets that move no KPI. With both, the snippet would count twice.",
        example: """
            kpis: [oee]
            worth: duty
            """,
        instead: "worth: duty")
}

/// Checks the rules for a snippet that are not part of its shape. The findings are added to the record.
func checkSnippet(
    _ snippet: Snippet, _ yaml: YAMLNode, _ record: inout RecordFile, kpis: Set<String>, _ sources: IncludeSources
) {
    let file = record.file
    /// A place in the file itself, or in a file that it includes.
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
        // For a text, the part from the last opening braces; for code, all of it.
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
            .worthMismatch, "both `worth` and `kpis` are given", at: yaml["worth"],
            help: "remove one of them: `worth` is for snippets that move no KPI")
    } else if !isGiven("worth"), !isGiven("kpis") {
        let start = yaml.source.lowerBound
        record.diagnostics.append(
            Diagnostic(
                .missingKey, "`kpis` is missing", at: record.file.place(start..<start),
                help: "name the customer's KPIs that it moves, or write `worth: date`, `duty` or `safety`"))
    }
}

private func unknownField(_ name: String, at place: Place, kpis: Set<String>) -> Diagnostic {
    let near = Diagnostic.help(didYouMean: nearest(to: name, among: knownMergeFields(kpis: kpis)).map { "{{\($0)}}" })
    return Diagnostic(
        .unknownField, "unknown merge field `\(name)`", at: place,
        help: near ?? "fields are account.name, contact.name, kpi.ID.latest and kpi.ID.target")
}
