/// `crm:` in playbook.yml: how the CRM exports in `accounts/*.csv` are read.
package struct CRMExport: Sendable, Hashable {
    /// What can separate the fields of an export.
    package enum Separator: String, Sendable, CaseIterable {
        case comma, semicolon, tab

        package var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: UInt8(ascii: "\t")
            }
        }

        /// Its name for messages, such as `commas`.
        package var plural: String { rawValue + "s" }
    }

    /// What a column can be.
    package enum Key: String, Sendable, CaseIterable {
        case id, name, industry, region, language, stage, owner, products, kpis
        case timeZone = "time_zone"
        case everyMonths = "every_months"
        case firstMonth = "first_month"
        case businessDay = "business_day"
        case contactName = "contact_name"
        case contactEmail = "contact_email"
        case contactRoles = "contact_roles"
        case contactKPIs = "contact_kpis"
        case contactStatus = "contact_status"
        case consentDate = "contact_consent_date"
        case consentSource = "contact_consent_source"

        /// True for a key whose value differs from row to row. Other values must be the same in all rows of an account.
        package var isOfContact: Bool { rawValue.hasPrefix("contact_") }

        /// True for a key that several columns can make up.
        package var takesSeveral: Bool { [.name, .contactName, .contactRoles].contains(self) }
    }

    /// The kinds of cells whose words can be given a meaning.
    package enum Words: String, Sendable, CaseIterable {
        case roles, status, industry, region, language, stage, owner, products, kpis
        case timeZone = "time_zone"
    }

    /// The separator of fields; nil to find it from the heading of each file.
    package var separator: Separator?
    /// The headings of the columns of each key. Several columns of a name are joined by a blank; if there are several columns of roles, all roles
    /// count.
    package var columns: [Key: [String]] = [:]
    /// The meaning of words in the exports, by `folded` word: ids of the vocabulary or other values. An empty list
    /// means nothing at all.
    package var values: [Words: [String: [String]]] = [:]

    package init() {}

    /// A word as it is compared: without case, and without blanks at its ends.
    package static func folded(_ word: String) -> String {
        let isBlank = { (character: Character) in character.isWhitespace }
        var word = word[...]
        while let last = word.last, isBlank(last) { word.removeLast() }
        return word.drop(while: isBlank).lowercased()
    }

    /// The word in `values:` that means nothing at all.
    package static let nothing = "none"
}
