import PlaybookModel

extension Shape {
    /// `crm:` in playbook.yml.
    static var crm: Shape {
        .mapping([
            Field(
                "separator", .choice(CRMExport.Separator.allCases.map(\.rawValue)),
                "The separator of fields; found from the heading unless given."),
            Field(
                "columns",
                .mapping(
                    CRMExport.Key.allCases.map { key in
                        Field(
                            key.rawValue, key.takesSeveral ? .oneOrMore(.line) : .line,
                            required: key == .id || key == .name, key.summary)
                    }), required: true, "The headings of the columns that are read; others are ignored."),
            Field("values", .crmValues { _ in .text }, "The meanings of words in the exports; `none` means no value."),
        ])
    }

    /// `crm: values:` in playbook.yml.
    ///
    /// - Parameter reference: returns the shape of a word that stands for an id of a vocabulary.
    static func crmValues(_ reference: (Reference) -> Shape) -> Shape {
        .mapping(
            CRMExport.Words.allCases.map { words in
                var target = words.reference.map(reference) ?? .text
                // A status decides who gets mail, so a word must stand for exactly one status.
                if words == .status { target = .decision(Account.Contact.Status.allCases.map(\.rawValue)) }
                if words == .roles { target = .oneOrMore(target) }
                return Field(words.rawValue, .dictionary(keys: .text, values: target), words.summary)
            })
    }
}

extension CRMExport.Words {
    /// The vocabulary whose ids the words stand for; nil if they stand for other values.
    var reference: Reference? {
        switch self {
        case .roles: .role
        case .industry: .industry
        case .stage: .stage
        case .owner: .person
        case .products: .product
        case .kpis: .kpi
        case .status, .region, .language, .timeZone: nil
        }
    }

    /// The name of one such word, for messages.
    var title: String {
        switch self {
        case .status: "contact status"
        case .region: "region"
        case .language: "language"
        case .timeZone: "time zone"
        default: reference?.title ?? rawValue
        }
    }

    fileprivate var summary: String {
        switch self {
        case .roles: "Roles, one or a list, by job title; none for people who get no digest."
        case .status: "Active, unsubscribed, bounced or left, by the export's word; an unknown word is an error."
        case .industry: "Industries, by the export's word."
        case .region: "Regions such as DE, by the export's word."
        case .language: "Languages such as de, by the export's word."
        case .stage: "Stages, by the export's word."
        case .owner: "People, by the export's word."
        case .products: "Products, by the export's word."
        case .kpis: "KPIs, by the export's word."
        case .timeZone: "Time zones such as Europe/Berlin, by the export's word."
        }
    }
}

extension CRMExport.Key {
    /// The keys under which the file of an account has the same value; empty for the id, which is the file's name.
    var path: [String] {
        switch self {
        case .id: []
        case .everyMonths, .firstMonth, .businessDay: ["cadence", rawValue]
        case .contactName: ["contacts", "name"]
        case .contactEmail: ["contacts", "email"]
        case .contactRoles: ["contacts", "roles"]
        case .contactKPIs: ["contacts", "kpis"]
        case .contactStatus: ["contacts", "status"]
        case .consentDate: ["contacts", "consent", "date"]
        case .consentSource: ["contacts", "consent", "source"]
        default: [rawValue]
        }
    }

    /// The kind of words in its cells; nil if cells are read as they are.
    var words: CRMExport.Words? {
        switch self {
        case .contactRoles: .roles
        case .contactKPIs: .kpis
        case .contactStatus: .status
        default: CRMExport.Words(rawValue: rawValue)
        }
    }

    var summary: String {
        switch self {
        case .id: "The column with the account's id, which must never change."
        case .name: "The column with the customer's name, as they write it, or several that are joined by a blank."
        case .industry: "The column with their industry: an id or a title of `industries:`, or a word of `values:`."
        case .region: "The column that says where they are, such as DE."
        case .language: "The column with the language that they read, such as de."
        case .stage: "The column with the stage of the account."
        case .owner: "The column with their account manager: an id or a name of `people:`, or a word of `values:`."
        case .products: "The column with what they have installed, such as edge-gateway 4.2, line-monitor 2.0."
        case .kpis: "The column with the KPIs that they steer by, with targets, such as oee 85, otif 98."
        case .timeZone: "The column with their time zone, such as Europe/Berlin."
        case .everyMonths: "The column with the number of months between digests."
        case .firstMonth: "The column with the month from which the months are counted, YYYY-MM."
        case .businessDay: "The column with the business day on which they get it."
        case .contactName: "The column with a contact's name, or several, such as [First name, Last name]."
        case .contactEmail:
            "The column with the contact's e-mail address; a row without one is only about the account."
        case .contactRoles:
            "The column with the contact's roles, the main one first, or several columns: ids or titles, or words of `values:`."
        case .contactKPIs: "The column with the KPIs that the contact answers for."
        case .contactStatus:
            "The column that says whether the contact is active, unsubscribed, bounced or left; an empty cell means active."
        case .consentDate: "The column with the day on which the contact agreed to get mail, YYYY-MM-DD."
        case .consentSource: "The column that says where they agreed."
        }
    }
}
