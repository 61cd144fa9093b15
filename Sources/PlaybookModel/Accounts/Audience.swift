import PlaybookCore

/// Which accounts a snippet is for, as far as that depends neither on the month nor on a contact. No other code decides this for filters 5 to 10
/// of selection (docs/selection.md, section 4). Every account meets the condition of a key that is not given.
package struct Audience: Sendable {
    /// The conditions that an account has to meet, in the order of the filters. They are named like the keys of a snippet.
    package enum Condition: String, Sendable, CaseIterable {
        case accounts, industries, regions, stages, language, products
    }

    /// The properties of an account that these conditions look at. Accounts with equal profiles meet the same conditions, except for `accounts`.
    package struct Profile: Sendable, Hashable {
        fileprivate let industry: Int?
        fileprivate let region: Int?
        fileprivate let stage: Int?
        fileprivate let language: Int?
        fileprivate let products: NumberSet

        /// The part of the profile that a condition looks at. Accounts with equal parts meet the condition for the same snippets. This does not
        /// hold for `accounts`.
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

    /// The part of a profile that one condition looks at.
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

    /// - Parameter numbers: the numbers that the profiles of accounts were made with.
    package init(of snippet: Snippet, _ numbers: AudienceNumbers) {
        accounts = snippet.accounts
        industries = snippet.industries.map { numbers.industries.set($0) }
        regions = snippet.regions.map { numbers.regions.set($0.map { $0.lowercased() }) }
        stages = snippet.stages.map { numbers.stages.set($0) }
        languages = snippet.language.map { numbers.languages.set([$0]) }
        products = snippet.products.map { numbers.products.set($0) }
    }

    /// True if accounts of a profile meet all conditions other than `accounts`, which is not checked.
    package func fits(_ profile: Profile) -> Bool {
        Condition.allCases.allSatisfy { $0 == .accounts || meets($0, profile) }
    }

    /// True if accounts of a profile meet a condition other than `accounts`, which is not checked.
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

/// Numbers for the properties of accounts, so that many snippets can be compared with many accounts by bits.
package struct AudienceNumbers: Sendable {
    fileprivate var industries = Numbers()
    fileprivate var regions = Numbers()
    fileprivate var stages = Numbers()
    fileprivate var languages = Numbers()
    fileprivate var products = Numbers()

    package init() {}

    /// The profile of an account. A property that has no number yet gets the next one.
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
