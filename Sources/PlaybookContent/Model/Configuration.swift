import PlaybookCore

/// `playbook.yml`: the site, the company, the vocabulary, the digest rules (content.md, "playbook.yml").
public struct Configuration: Sendable {
    public var site = Site()
    /// Nil without `company:`; required as soon as there are accounts.
    public var company: Company?
    /// An IANA name such as `Europe/Berlin`.
    public var timeZone = "UTC"
    public var calendar = BusinessCalendar()
    public var people: [String: Person] = [:]
    /// Titles by id, for each vocabulary, in the order of the file.
    public var roles = Vocabulary()
    public var industries = Vocabulary()
    public var products = Vocabulary()
    /// Ids only, in the order of the file.
    public var stages: [String] = []
    public var kpis: [KPI] = []
    /// The vocabulary in other languages, by language tag.
    public var titles: [String: Titles] = [:]
    /// Optional keys made compulsory, by kind of file (`chapters`, `snippets`, `accounts`).
    public var required: [String: [String]] = [:]
    /// Nil without `crm:`; needed as soon as there is an export in `accounts/`.
    public var crm: CRMExport?
    public var digest = DigestRules()
    public var customerText = CustomerTextRules()
    public var rules = RuleSettings()

    public init() {}

    /// The mail domains of the company and its people.
    var ownDomains: Set<String> {
        let addresses =
            [company?.from.email, company?.replyTo, company?.unsubscribe.mailto] + people.values.map(\.email)
        let domains = addresses.compactMap { address in
            address.flatMap { $0.split(separator: "@").last.map { $0.lowercased() } }
        }
        return Set(domains)
    }

    public func kpi(_ id: String) -> KPI? { kpis.first { $0.id == id } }

    /// A KPI with its title and unit in a language; as it is where nothing is given for the language.
    public func kpi(_ id: String, in language: String) -> KPI? {
        guard var kpi = kpi(id) else { return nil }
        kpi.title = titles[language]?.kpiTitles[id] ?? kpi.title
        kpi.unit = titles[language]?.kpiUnits[id] ?? kpi.unit
        return kpi
    }

    /// The title of a role in a language; as it is where nothing is given for the language.
    public func roleTitle(_ id: String, in language: String) -> String {
        titles[language]?.roles[id] ?? roles.title(id)
    }

    /// The vocabulary in one language.
    public struct Titles: Sendable, Hashable {
        /// By id; so are the following.
        public var roles: [String: String] = [:]
        public var kpiTitles: [String: String] = [:]
        public var kpiUnits: [String: String] = [:]

        public init() {}
    }

    public struct Site: Sendable {
        public var title = "Playbook"
        /// Ends in a slash; nil where it is not known.
        public var baseURL: String?
        public var language = "en"
        public var editURL: String?
        /// The name of a picture below the content folder, such as `assets/logo.svg`.
        public var logo: String?
        /// The colour of links by day and by night, `#RRGGBB`; nil for the theme's own.
        public var accent: (light: String, dark: String)?
        /// Where they stand.
        public var accentPlaces: (light: Place, dark: Place)?
        public var rawHTML = false
        /// False leaves the account pages out.
        public var accounts = true

        public init() {}
    }

    public struct Company: Sendable {
        public var name: String
        public var postalAddress: String
        public var from: Mailbox
        public var replyTo: String
        public var messageIDDomain: String
        public var unsubscribe: Unsubscribe

        public init(
            name: String, postalAddress: String, from: Mailbox, replyTo: String, messageIDDomain: String,
            unsubscribe: Unsubscribe
        ) {
            self.name = name
            self.postalAddress = postalAddress
            self.from = from
            self.replyTo = replyTo
            self.messageIDDomain = messageIDDomain
            self.unsubscribe = unsubscribe
        }
    }

    public struct Unsubscribe: Sendable {
        public var mailto: String
        /// Only where a one-click endpoint exists (RFC 8058).
        public var https: String?

        public init(mailto: String, https: String? = nil) {
            self.mailto = mailto
            self.https = https
        }
    }
}

/// A name and an e-mail address.
public struct Mailbox: Sendable, Hashable {
    public var name: String
    public var email: String

    public init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// Somebody at the company.
public struct Person: Sendable, Hashable {
    public var name: String
    public var email: String?

    public init(name: String, email: String? = nil) {
        self.name = name
        self.email = email
    }
}

/// Ids with their titles, in the order of the file.
public struct Vocabulary: Sendable, Hashable {
    public var ids: [String] = []
    public var titles: [String: String] = [:]

    public init(_ entries: [(id: String, title: String)] = []) {
        for entry in entries { add(entry.id, title: entry.title) }
    }

    public mutating func add(_ id: String, title: String) {
        if titles.updateValue(title, forKey: id) == nil { ids.append(id) }
    }

    public func contains(_ id: String) -> Bool { titles[id] != nil }

    /// The title of an id, or the id.
    public func title(_ id: String) -> String { titles[id] ?? id }
}

/// An operational indicator that a customer steers by.
public struct KPI: Sendable, Hashable {
    public enum Direction: String, Sendable, CaseIterable { case higher, lower }

    public var id: String
    public var title: String
    public var unit: String
    public var better: Direction
    /// Other words for it in texts, such as `downtime`.
    public var words: [String]

    public init(id: String, title: String, unit: String, better: Direction, words: [String] = []) {
        self.id = id
        self.title = title
        self.unit = unit
        self.better = better
        self.words = words
    }
}
