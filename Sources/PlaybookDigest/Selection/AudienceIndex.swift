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
    /// For each profile that an account has: the snippets whose conditions it meets, one set for each of `conditions`.
    private var met: [[IDs]] = []
    /// By the account's id: the place of its profile in `met`.
    private var profiles: [String: Int] = [:]
    private static let conditions = Audience.Condition.allCases.filter { $0 != .accounts }

    init(_ snippets: [Snippet], _ accounts: [Account], _ configuration: Configuration) {
        var numbers = AudienceNumbers()
        let ofAccounts = accounts.map { numbers.profile(of: $0, configuration) }
        let audiences = snippets.map { Audience(of: $0, numbers) }
        var meeting: [Audience.Part: IDs] = [:]
        var places: [Audience.Profile: Int] = [:]
        for (account, profile) in zip(accounts, ofAccounts) {
            if places[profile] == nil {
                places[profile] = met.count
                met.append(
                    Self.conditions.map { condition in
                        let part = profile.part(condition)
                        let ids = meeting[part] ?? IDs(of: audiences) { $0.meets(condition, profile) }
                        meeting[part] = ids
                        return ids
                    })
            }
            profiles[account.id] = places[profile]
        }
        self.accounts = KeyIndex(audiences.map(\.accounts))
        (self.audiences, self.numbers, self.configuration) = (audiences, numbers, configuration)
    }

    /// Stops the snippets whose conditions an account does not meet: filters 6 to 10.
    func filter(_ filtered: inout Filtered, for account: Account) {
        for (condition, met) in zip(Self.conditions, met(by: account)) {
            filtered.keep(met, else: Reason(condition))
        }
    }

    private func met(by account: Account) -> [IDs] {
        if let place = profiles[account.id] { return met[place] }
        var numbers = numbers
        let profile = numbers.profile(of: account, configuration)
        return Self.conditions.map { condition in IDs(of: audiences) { $0.meets(condition, profile) } }
    }
}
