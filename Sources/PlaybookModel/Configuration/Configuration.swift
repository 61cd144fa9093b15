import PlaybookCore

/// `playbook.yml`: the site, the company, the vocabulary, the digest rules (content.md, "playbook.yml").
package struct Configuration: Sendable {
    package var site = Site()
    /// Nil without `company:`; required as soon as there are accounts.
    package var company: Company?
    /// An IANA name such as `Europe/Berlin`.
    package var timeZone = "UTC"
    package var calendar = BusinessCalendar()
    package var people: [String: Person] = [:]
    /// Titles by id, for each vocabulary, in the order of the file.
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

    package func kpi(_ id: String) -> KPI? { kpis.first { $0.id == id } }

    /// A KPI with its title and unit in a language; as it is where nothing is given for the language.
    package func kpi(_ id: String, in language: String) -> KPI? {
        guard var kpi = kpi(id) else { return nil }
        kpi.title = titles[language]?.kpiTitles[id] ?? kpi.title
        kpi.unit = titles[language]?.kpiUnits[id] ?? kpi.unit
        return kpi
    }

    /// The title of a role in a language; as it is where nothing is given for the language.
    package func roleTitle(_ id: String, in language: String) -> String {
        titles[language]?.roles[id] ?? roles.title(id)
    }

    /// The vocabulary in one language.
    package struct Titles: Sendable, Hashable {
        /// By id; so are the following.
        package var roles: [String: String] = [:]
        package var kpiTitles: [String: String] = [:]
        package var kpiUnits: [String: String] = [:]

        package init() {}
    }

    package struct Site: Sendable {
        package var title = "Playbook"
        /// Ends in a slash; nil where it is not known.
        package var baseURL: String?
        package var language = "en"
        package var editURL: String?
        /// The name of a picture below the content folder, such as `assets/logo.svg`.
        package var logo: String?
        /// The colour of links by day and by night, `#RRGGBB`; nil for the theme's own.
        package var accent: (light: String, dark: String)?
        /// Where they stand.
        package var accentPlaces: (light: Place, dark: Place)?
        package var rawHTML = false
        /// False leaves the account pages out.
        package var accounts = true

        package init() {}
    }

    package struct Company: Sendable {
        package var name: String
        package var postalAddress: String
        package var from: Mailbox
        package var replyTo: String
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

    package struct Unsubscribe: Sendable {
        package var mailto: String
        /// Only where a one-click endpoint exists (RFC 8058).
        package var https: String?

        package init(mailto: String, https: String? = nil) {
            self.mailto = mailto
            self.https = https
        }
    }
}
