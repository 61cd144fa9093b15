import PlaybookCore
import PlaybookModel

extension SelectionRun {
    /// The values of merge fields for one reader, by name. A field without a value for them is left out.
    ///
    /// The values of a KPI include its unit, so that a sentence reads `9.1 h/month` and its writer need not know the
    /// unit.
    ///
    /// - Parameter labels: the language in which numbers are written.
    func texts(
        of fields: [MergeValue], account: Account, contact: Account.Contact, labels: Labels
    ) -> [String: String] {
        var texts: [String: String] = [:]
        for field in fields {
            let text: String? =
                switch field {
                case .accountName: account.name
                case .contactName: contact.name
                case .latest(let kpi), .target(let kpi):
                    figure(of: field, account).flatMap { value in
                        library.configuration.kpi(kpi, in: labels.language).map { labels.text(value, of: $0) }
                    }
                }
            if let text, !text.isEmpty { texts[field.name] = text }
        }
        return texts
    }

    /// True if a merge field has a value for every reader at an account.
    func hasValue(_ field: MergeValue, _ account: Account) -> Bool {
        switch field {
        case .accountName: !account.name.isEmpty
        case .contactName: false
        case .latest, .target: figure(of: field, account) != nil
        }
    }

    private func figure(of field: MergeValue, _ account: Account) -> Decimal6? {
        switch field {
        case .latest(let kpi) where library.configuration.kpi(kpi) != nil:
            library.freshReading(of: kpi, account: account.id, month: month)?.value
        case .target(let kpi) where library.configuration.kpi(kpi) != nil: account.target(of: kpi)
        case .accountName, .contactName, .latest, .target: nil
        }
    }
}
