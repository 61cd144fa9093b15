import PlaybookModel

extension Reason {
    /// Why an account does not get a snippet whose condition it does not meet.
    init(_ condition: Audience.Condition) {
        self =
            switch condition {
            case .accounts: .otherAccount
            case .industries: .industry
            case .regions: .region
            case .stages: .stage
            case .language: .language
            case .products: .product
            }
    }
}

/// An index of the snippets' audiences: for each property that accounts can have, the set of snippets for such accounts. Only `Audience` decides
/// which accounts a snippet is for (docs/selection.md, filters 5 to 10).
struct AudienceIndex: Sendable {
    /// By the account's id.
    let accounts: KeyIndex
    private let audiences: [Audience]
    private let numbers: AudienceNumbers
    private let configuration: Configuration
    /// For each property that at least one account has.
    private var meeting: [Audience.Part: IDs] = [:]

    init(_ snippets: [Snippet], _ accounts: [Account], _ configuration: Configuration) {
        var numbers = AudienceNumbers()
        let profiles = Set(accounts.map { numbers.profile(of: $0, configuration) })
        let audiences = snippets.map { Audience(of: $0, numbers) }
        for profile in profiles {
            for condition in Audience.Condition.allCases where meeting[profile.part(condition)] == nil {
                meeting[profile.part(condition)] = IDs(of: audiences) { $0.meets(condition, profile) }
            }
        }
        self.accounts = KeyIndex(audiences.map(\.accounts))
        (self.audiences, self.numbers, self.configuration) = (audiences, numbers, configuration)
    }

    /// Stops the snippets whose conditions an account does not meet: filters 6 to 10.
    func filter(_ filtered: inout Filtered, for account: Account) {
        var numbers = numbers
        let profile = numbers.profile(of: account, configuration)
        for condition in Audience.Condition.allCases where condition != .accounts {
            let met = meeting[profile.part(condition)] ?? IDs(of: audiences) { $0.meets(condition, profile) }
            filtered.keep(met, else: Reason(condition))
        }
    }
}
