/// `crm:` in playbook.yml: how the CRM exports in `accounts/*.csv` are read.
public struct CRMExport: Sendable, Hashable {
    public enum Separator: String, Sendable, CaseIterable {
        case comma, semicolon, tab

        var byte: UInt8 {
            switch self {
            case .comma: UInt8(ascii: ",")
            case .semicolon: UInt8(ascii: ";")
            case .tab: UInt8(ascii: "\t")
            }
        }
    }

    /// What a column can be.
    public enum Key: String, Sendable, CaseIterable {
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

        /// True for what each row says anew; the rest must be the same in all rows of an account.
        var isOfContact: Bool { rawValue.hasPrefix("contact_") }

        var summary: String {
            switch self {
            case .id: "The column with the account's id, which must never change."
            case .name: "The column with the customer's name, as they write it."
            case .industry: "The column with their industry: an id or a title of `industries:`."
            case .region: "The column that says where they are, such as DE."
            case .language: "The column with the language that they read."
            case .stage: "The column with the stage of the account."
            case .owner: "The column with their account manager: an id or a name of `people:`."
            case .products: "The column with what they have installed, such as edge-gateway 4.2, line-monitor 2.0."
            case .kpis: "The column with the KPIs that they steer by, with targets, such as oee 85, otif 98."
            case .timeZone: "The column with their time zone, such as Europe/Berlin."
            case .everyMonths: "The column that says every how many months they get a digest."
            case .firstMonth: "The column with the month from which that is counted, YYYY-MM."
            case .businessDay: "The column with the business day on which they get it."
            case .contactName: "The column with a contact's first and last name."
            case .contactEmail:
                "The column with the contact's e-mail address; a row without one is about the account alone."
            case .contactRoles: "The column with the contact's roles, the main one first: ids or titles of `roles:`."
            case .contactKPIs: "The column with the KPIs that the contact answers for."
            case .contactStatus: "The column that says whether the contact is active, unsubscribed, bounced or left."
            }
        }
    }

    public var separator = Separator.comma
    /// The headings of the columns, by what they are.
    public var columns: [Key: String] = [:]

    public init() {}
}

extension Shape {
    static var crm: Shape {
        .mapping([
            Field(
                "separator", .choice(CRMExport.Separator.allCases.map(\.rawValue)),
                "What stands between fields: comma unless given; semicolon in exports of Excel in Germany."),
            Field(
                "columns",
                .mapping(
                    CRMExport.Key.allCases.map { key in
                        Field(key.rawValue, .line, required: key == .id || key == .name, key.summary)
                    }), required: true, "The headings of the columns that are read; others are passed by."),
        ])
    }
}
