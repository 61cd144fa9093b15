import PlaybookCore
import PlaybookModel

/// `crm:` in playbook.yml, and the findings about the meanings that it gives to words.
func readCRM(
    _ yaml: YAMLNode, of configuration: Configuration, _ file: SourceFile
) -> (export: CRMExport, diagnostics: [Diagnostic]) {
    var export = CRMExport()
    export.separator = yaml["separator"]?.choice(CRMExport.Separator.self)
    for key in CRMExport.Key.allCases {
        guard let node = yaml["columns"]?[key.rawValue] else { continue }
        export.columns[key] = node.oneOrMore
    }
    guard let values = yaml["values"] else { return (export, []) }
    var diagnostics = unknownMeanings(in: values, of: configuration, file)
    for words in CRMExport.Words.allCases {
        guard let entries = values[words.rawValue]?.entries else { continue }
        var meanings: [String: [String]] = [:]
        var places: [String: Range<Int>] = [:]
        for entry in entries {
            let word = CRMExport.folded(entry.key)
            let meaning = entry.value.oneOrMore.filter { $0 != CRMExport.nothing }
            if let earlier = places[word], meanings[word] != meaning {
                diagnostics.append(
                    Diagnostic(
                        .duplicateKey, "`\(entry.key)` has two meanings", at: file.place(entry.keySource),
                        help: "words are compared without case",
                        notes: [Diagnostic.Note("the other one", at: file.place(earlier))]))
            }
            meanings[word] = meaning
            places[word] = entry.keySource
        }
        export.values[words] = meanings
    }
    return (export, diagnostics)
}

/// The findings about words whose given meaning is an unknown id or an unknown time zone.
private func unknownMeanings(
    in values: YAMLNode, of configuration: Configuration, _ file: SourceFile
) -> [Diagnostic] {
    var known = KnownIDs(vocabularyOf: configuration)
    for reference in Reference.allCases { known[reference].insert(CRMExport.nothing) }
    var check = ShapeCheck(file: file, known: known)
    check.check(values, .crmValues { .reference($0) }, key: "values")
    let unknown = Set(Reference.allCases.map(Rule.unknown))
    var found = check.diagnostics.filter { unknown.contains($0.rule) }
    var zones = ShapeCheck(file: file, known: known)
    for entry in values[CRMExport.Words.timeZone.rawValue]?.entries ?? []
    where entry.value.kind == .text && entry.value.scalar != CRMExport.nothing {
        zones.check(entry.value, .timeZone, key: entry.key)
    }
    found += zones.diagnostics
    return found
}

extension YAMLNode {
    /// The texts of a list, or a single text as a list.
    fileprivate var oneOrMore: [String] { scalar.map { [$0] } ?? texts }
}
