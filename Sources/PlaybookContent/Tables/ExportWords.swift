import Foundation
import PlaybookCore
import PlaybookModel

/// The meanings of words in cells of exports: ids and titles of the vocabulary, in every language of playbook.yml,
/// and the words of `crm: values:`, which take precedence.
struct ExportWords: Sendable {
    /// The meanings, by kind of word and folded word.
    private var meanings: [CRMExport.Words: [String: [String]]] = [:]
    private var known: [CRMExport.Words: [String]] = [:]
    private let mapped: Set<CRMExport.Words>

    init(_ configuration: Configuration) {
        let values = configuration.crm?.values ?? [:]
        mapped = Set(values.keys)
        for words in CRMExport.Words.allCases {
            var meanings = values[words] ?? [:]
            let names = Self.names(words, in: configuration)
            for (name, id) in names where meanings[CRMExport.folded(name)] == nil {
                meanings[CRMExport.folded(name)] = [id]
            }
            // An export may also contain the values that its words stand for.
            for target in Set((values[words] ?? [:]).values.joined()) where meanings[CRMExport.folded(target)] == nil {
                meanings[CRMExport.folded(target)] = [target]
            }
            self.meanings[words] = meanings
            known[words] = names.map(\.name)
        }
    }

    /// The meaning of a word: ids or other values; an empty list if it is known to mean nothing. Nil if the word is
    /// unknown.
    func meaning(of word: String, as words: CRMExport.Words) -> [String]? {
        if let meaning = meanings[words]?[CRMExport.folded(word)] { return meaning }
        switch words {
        case .region: return mapped.contains(.region) ? nil : [word]
        case .language: return word.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) == nil ? nil : [word]
        case .timeZone: return TimeZone(identifier: word) == nil ? nil : [word]
        default: return nil
        }
    }

    /// The ids and titles that could have been meant.
    func known(_ words: CRMExport.Words) -> [String] { words == .status ? [] : known[words] ?? [] }

    /// The names of the ids of a vocabulary. The ids themselves come first, so that a title never hides an id.
    private static func names(_ words: CRMExport.Words, in configuration: Configuration) -> [(name: String, id: String)]
    {
        let languages = configuration.titles.keys.sortedByBytes().compactMap { configuration.titles[$0] }
        func all(_ ids: [String], _ titles: [[String: String]]) -> [(name: String, id: String)] {
            ids.map { ($0, $0) } + titles.flatMap { titles in ids.compactMap { id in titles[id].map { ($0, id) } } }
        }
        switch words {
        case .roles: return all(configuration.roles.ids, [configuration.roles.titles] + languages.map(\.roles))
        case .industry: return all(configuration.industries.ids, [configuration.industries.titles])
        case .products: return all(configuration.products.ids, [configuration.products.titles])
        case .stage: return all(configuration.stages, [])
        case .kpis:
            let titles = Dictionary(configuration.kpis.map { ($0.id, $0.title) }) { first, _ in first }
            return all(configuration.kpis.map(\.id), [titles] + languages.map(\.kpiTitles))
        case .owner:
            let people = configuration.people
            return all(people.keys.sortedByBytes(), [people.mapValues(\.name), people.compactMapValues(\.email)])
        case .status: return all(Account.Contact.Status.allCases.map(\.rawValue), [])
        case .region, .language, .timeZone: return []
        }
    }
}

/// A word as a YAML key, in quotation marks if it needs them.
func yamlKey(_ word: String) -> String {
    let isPlain = word.wholeMatch(of: /\p{L}[\p{L}\p{N}_.\/&()-]*( [\p{L}\p{N}_.\/&()-]+)*/) != nil
    let isReserved = ["null", "true", "false"].contains(word.lowercased())
    return isPlain && !isReserved ? word : quotedAsJSON(word)
}
