import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The numberings of all ids by which snippets say whom they are for.
struct Numberings: Sendable {
    var accounts = Numbering()
    var industries = Numbering()
    var regions = Numbering()
    var stages = Numbering()
    var languages = Numbering()
    var products = Numbering()
    var roles = Numbering()
    var kpis = Numbering()
    var fields = Numbering()
}

/// A snippet, and for whom it is, as sets of bits.
struct PreparedSnippet: Sendable {
    let snippet: Snippet
    /// Nil where the key is not given, as for the following sets.
    let accounts: IDs?
    let industries: IDs?
    let regions: IDs?
    let stages: IDs?
    let language: IDs?
    let products: IDs?
    let roles: IDs
    let kpis: IDs
    /// The merge fields in everything of it that a reader sees.
    let fields: IDs
    let fieldNames: Set<String>
    /// The last day on which it may be in a message, by `expires` and the date of its event; nil without both.
    let lastDay: CalendarDate?

    init(_ snippet: Snippet, _ numberings: inout Numberings) {
        self.snippet = snippet
        accounts = snippet.accounts.map { numberings.accounts.numbering($0) }
        industries = snippet.industries.map { numberings.industries.numbering($0) }
        regions = snippet.regions.map { numberings.regions.numbering($0.map { $0.lowercased() }) }
        stages = snippet.stages.map { numberings.stages.numbering($0) }
        language = snippet.language.map { numberings.languages.numbering([$0]) }
        products = snippet.products.map { numberings.products.numbering($0) }
        roles = numberings.roles.numbering(snippet.roles)
        kpis = numberings.kpis.numbering(snippet.kpis)
        fieldNames = Set(snippet.mergeFieldNames)
        fields = numberings.fields.numbering(fieldNames.sorted())
        lastDay = [snippet.expires, snippet.event?.date].compactMap(\.self).min()
    }
}

extension Snippet {
    /// The merge fields of the body and of all other texts that are in a message.
    var mergeFieldNames: [String] {
        fields.map(\.name) + [title, summary, action.label, action.url].flatMap(PlaybookMarkup.mergeFieldNames)
    }
}
