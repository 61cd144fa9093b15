import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The snippet in a file that has passed the check of its shape; nil if it breaks another rule. Findings are added to the record.
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
