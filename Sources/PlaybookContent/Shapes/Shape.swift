import PlaybookModel

/// The values that are allowed in a file. Each kind of file has one shape, which is used for the check, for its messages, and for the JSON Schema
/// with which editors complete words.
indirect enum Shape: Sendable {
    /// A text that is not blank.
    case text
    /// A text. A blank one counts as not given.
    case textOrNothing
    /// A text on one line, of at most 2,000 bytes and without control characters, so that it can be in the header of a
    /// message.
    case line
    /// The name of a mail domain.
    case domain
    /// The version of the file formats.
    case format
    case boolean
    case integer(ClosedRange<Int>)
    /// A decimal number, see `Decimal6`.
    case decimal
    /// `YYYY-MM-DD`.
    case date
    /// `YYYY-MM`.
    case month
    /// Dotted integers in quotes.
    case version
    case email
    /// An absolute address: `https:`, `http:`, `mailto:` or `tel:`. It may contain merge fields.
    case address
    /// An address for a header of every message: `https:`, in characters of RFC 3986, and at most 800 bytes long.
    case headerAddress
    /// A colour of text, `#RRGGBB`.
    case colour
    /// A language tag (RFC 5646), such as `en` or `pt-BR`.
    case language
    /// An IANA time zone.
    case timeZone
    case choice([String])
    /// One of a few words that decide who may get messages, or that record what a customer was told. No word is
    /// suggested or corrected, because the nearest word may mean the opposite.
    case decision([String])
    /// The id of something defined elsewhere.
    case reference(Reference)
    /// A new id: words of lower-case letters and digits, joined by single hyphens, dots or underscores.
    case id
    /// The path of a page below the top of the site.
    case page
    case list(Shape, atLeast: Int)
    /// One value, or a list of at least one.
    case oneOrMore(Shape)
    case mapping([Field])
    case dictionary(keys: Shape, values: Shape)
    /// The value, or nothing.
    case optional(Shape)
}

/// A key of a mapping.
struct Field: Sendable {
    var name: String
    var shape: Shape
    var isRequired: Bool
    /// One sentence for people, shown by editors.
    var summary: String

    init(_ name: String, _ shape: Shape, required: Bool = false, _ summary: String) {
        self.name = name
        self.shape = shape
        self.isRequired = required
        self.summary = summary
    }
}

/// What an id refers to.
enum Reference: String, Sendable, CaseIterable {
    case role, industry, product, stage, kpi, person, account, snippet, voice

    /// One of them, for messages.
    var title: String {
        switch self {
        case .role: "role"
        case .industry: "industry"
        case .product: "product"
        case .stage: "stage"
        case .kpi: "KPI"
        case .person: "person"
        case .account: "account"
        case .snippet: "snippet"
        case .voice: "voice record"
        }
    }

    /// Where such ids are defined, for messages.
    var definition: String {
        switch self {
        case .role: "`roles:` in playbook.yml"
        case .industry: "`industries:` in playbook.yml"
        case .product: "`products:` in playbook.yml"
        case .stage: "`stages:` in playbook.yml"
        case .kpi: "`kpis:` in playbook.yml"
        case .person: "`people:` in playbook.yml"
        case .account: ContentPart.accounts.prefix
        case .snippet: ContentPart.snippets.prefix
        case .voice: ContentPart.voice.prefix
        }
    }
}

/// The ids that references can name.
struct KnownIDs: Sendable {
    private var ids: [Reference: Set<String>] = [:]

    init() {}

    /// The ids that `playbook.yml` defines.
    init(vocabularyOf configuration: Configuration) {
        ids = [
            .role: Set(configuration.roles.ids), .industry: Set(configuration.industries.ids),
            .product: Set(configuration.products.ids), .stage: Set(configuration.stages),
            .kpi: Set(configuration.kpis.map(\.id)), .person: Set(configuration.people.keys),
        ]
    }

    subscript(_ reference: Reference) -> Set<String> {
        get { ids[reference] ?? [] }
        set { ids[reference] = newValue }
    }
}

extension Shape {
    /// The keys of this mapping; empty for any other shape.
    var keys: Set<String> {
        if case .mapping(let fields) = self { Set(fields.map(\.name)) } else { [] }
    }

    /// This mapping with some of its optional keys made compulsory.
    func requiring(_ keys: [String]) -> Shape {
        guard !keys.isEmpty, case .mapping(var fields) = self else { return self }
        for index in fields.indices where keys.contains(fields[index].name) {
            fields[index].isRequired = true
            if case .textOrNothing = fields[index].shape { fields[index].shape = .text }
        }
        return .mapping(fields)
    }
}
