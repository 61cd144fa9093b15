import PlaybookCore

/// `playbook.yml`: the site, the company, the vocabulary, the digest rules (docs/formats.md, "playbook.yml").
package struct Configuration: Sendable {
    package var site = Site()
    /// Nil without `company:`; required as soon as there are accounts.
    package var company: Company?
    /// An IANA name such as `Europe/Berlin`.
    package var timeZone = "UTC"
    package var calendar = BusinessCalendar()
    package var people: [String: Person] = [:]
    /// The vocabularies: titles by id, in the order of the file.
    package var roles = Vocabulary()
    package var industries = Vocabulary()
    package var products = Vocabulary()
    /// Ids only, in the order of the file.
    package var stages: [String] = []
    package var kpis: [KPI] = []
    /// The vocabulary in other languages, by language tag.
    package var titles: [String: Titles] = [:]
    /// Optional keys made compulsory, by kind of file (`chapters`, `snippets`, `accounts`).
    package var required: [String: [String]] = [:]
    /// Nil without `crm:`; needed as soon as there is an export in `accounts/`.
    package var crm: CRMExport?
    package var digest = DigestRules()
    package var customerText = CustomerTextRules()
    package var rules = RuleSettings()

    package init() {}

    /// The mail domains of the company and its people.
    package var ownDomains: Set<String> {
        let addresses =
            [company?.from.email, company?.replyTo, company?.unsubscribe.mailto] + people.values.map(\.email)
        let domains = addresses.compactMap { address in
            address.flatMap { $0.split(separator: "@").last.map { $0.lowercased() } }
        }
        return Set(domains)
    }

    /// The KPI with an id, or nil.
    package func kpi(_ id: String) -> KPI? { kpis.first { $0.id == id } }

    /// The KPI with its title and unit in a language, or with its usual ones if the language has none; nil for an unknown id.
    package func kpi(_ id: String, in language: String) -> KPI? {
        guard var kpi = kpi(id) else { return nil }
        kpi.title = titles[language]?.kpiTitles[id] ?? kpi.title
        kpi.unit = titles[language]?.kpiUnits[id] ?? kpi.unit
        return kpi
    }

    /// The title of a role in a language, or its usual title if the language has none.
    package func roleTitle(_ id: String, in language: String) -> String {
        titles[language]?.roles[id] ?? roles.title(id)
    }

    /// The vocabulary in one language.
    package struct Titles: Sendable, Hashable {
        /// Titles by id, as in the other dictionaries.
        package var roles: [String: String] = [:]
        package var kpiTitles: [String: String] = [:]
        package var kpiUnits: [String: String] = [:]

        package init() {}
    }

    /// `site:` in playbook.yml.
    package struct Site: Sendable {
        package var title = "Playbook"
        /// Ends in a slash; nil if it is not given.
        package var baseURL: String?
        /// The language of the content, and of accounts that name none.
        package var language = "en"
        /// Where files of the content folder can be edited. Ends in a slash; nil if it is not given.
        package var editURL: String?
        /// The name of a picture below the content folder, such as `assets/logo.svg`; nil without one.
        package var logo: String?
        /// The colours of links by day and by night, `#RRGGBB`; nil for the theme's own colours.
        package var accent: (light: String, dark: String)?
        /// Where the two colours are in `playbook.yml`; nil without them.
        package var accentPlaces: (light: Place, dark: Place)?
        /// True if pages keep raw HTML.
        package var rawHTML = false
        /// False to leave out the pages of accounts.
        package var accounts = true
        /// Texts for templates of the company's own, by name.
        package var params: [String: String] = [:]

        package init() {}
    }

    /// `company:` in playbook.yml: who sends the messages.
    package struct Company: Sendable {
        package var name: String
        package var postalAddress: String
        package var from: Mailbox
        /// The address that answers go to.
        package var replyTo: String
        /// The domain after the `@` of message ids.
        package var messageIDDomain: String
        package var unsubscribe: Unsubscribe

        package init(
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

    /// How a reader can stop the messages.
    package struct Unsubscribe: Sendable {
        /// The address that takes the wish to get no more messages.
        package var mailto: String
        /// The address of a one-click endpoint (RFC 8058); nil if there is none.
        package var https: String?

        package init(mailto: String, https: String? = nil) {
            self.mailto = mailto
            self.https = https
        }
    }
}
