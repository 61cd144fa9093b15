import PlaybookCore

/// For whom a snippet is, of what depends neither on the month nor on a contact: the one place for filters 5 to 10 of selection
/// (docs/selection.md, section 4). A key that is not given is met by every account.
package struct Audience: Sendable {
    /// What an account has to meet, in the order of the filters. Named as the keys of a snippet are.
    package enum Condition: String, Sendable, CaseIterable {
        case accounts, industries, regions, stages, language, products
    }

    /// What an account is by these conditions. Accounts that are alike in it meet the same of them, but for `accounts`.
    package struct Profile: Sendable, Hashable {
        fileprivate let industry: Int?
        fileprivate let region: Int?
        fileprivate let stage: Int?
        fileprivate let language: Int?
        fileprivate let products: NumberSet

        /// What it is by one condition: profiles that are alike in it meet it of the same snippets. Not for `accounts`.
        package func part(_ condition: Condition) -> Part {
            switch condition {
            case .accounts: Part(condition: condition)
            case .industries: Part(condition: condition, number: industry)
            case .regions: Part(condition: condition, number: region)
            case .stages: Part(condition: condition, number: stage)
            case .language: Part(condition: condition, number: language)
            case .products: Part(condition: condition, products: products)
            }
        }
    }

    /// What an account is by one condition.
    package struct Part: Sendable, Hashable {
        fileprivate let condition: Condition
        fileprivate var number: Int?
        fileprivate var products = NumberSet()
    }

    /// The ids of the named accounts; nil for all.
    package let accounts: [String]?
    private let industries: NumberSet?
    private let regions: NumberSet?
    private let stages: NumberSet?
    private let languages: NumberSet?
    private let products: NumberSet?

    /// - Parameter numbers: those of the accounts that it is held against.
    package init(of snippet: Snippet, _ numbers: AudienceNumbers) {
        accounts = snippet.accounts
        industries = snippet.industries.map { numbers.industries.set($0) }
        regions = snippet.regions.map { numbers.regions.set($0.map { $0.lowercased() }) }
        stages = snippet.stages.map { numbers.stages.set($0) }
        languages = snippet.language.map { numbers.languages.set([$0]) }
        products = snippet.products.map { numbers.products.set($0) }
    }

    /// True where accounts of a profile meet all conditions but, it may be, `accounts`.
    package func fits(_ profile: Profile) -> Bool {
        Condition.allCases.allSatisfy { $0 == .accounts || meets($0, profile) }
    }

    /// True where accounts of a profile meet a condition that is not `accounts`.
    package func meets(_ condition: Condition, _ profile: Profile) -> Bool {
        switch condition {
        case .accounts: true
        case .industries: industries?.contains(profile.industry) ?? true
        case .regions: regions?.contains(profile.region) ?? true
        case .stages: stages?.contains(profile.stage) ?? true
        case .language: languages?.contains(profile.language) ?? true
        case .products: products.map { !$0.isDisjoint(with: profile.products) } ?? true
        }
    }

    /// The conditions that an account does not meet, in the order of the filters.
    package func unmet(by id: String, _ profile: Profile) -> [Condition] {
        Condition.allCases.filter { $0 == .accounts ? accounts.map { !$0.contains(id) } ?? false : !meets($0, profile) }
    }
}

/// Numbers for what accounts are, so that many snippets can be held against many accounts by bits.
package struct AudienceNumbers: Sendable {
    fileprivate var industries = Numbers()
    fileprivate var regions = Numbers()
    fileprivate var stages = Numbers()
    fileprivate var languages = Numbers()
    fileprivate var products = Numbers()

    package init() {}

    /// What an account is, by numbers; what no account before it was gets the next.
    package mutating func profile(of account: Account, _ configuration: Configuration) -> Audience.Profile {
        var installed = NumberSet()
        for product in account.products.keys { installed.insert(products.number(of: product)) }
        return Audience.Profile(
            industry: account.industry.map { industries.number(of: $0) },
            region: account.region.map { regions.number(of: $0.lowercased()) },
            stage: account.stage.map { stages.number(of: $0) },
            language: languages.number(of: account.language ?? configuration.site.language), products: installed)
    }
}
