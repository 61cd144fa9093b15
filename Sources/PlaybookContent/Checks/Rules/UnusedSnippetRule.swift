import PlaybookCore
import PlaybookModel

extension Rule {
    static let unusedSnippet = Rule(
        "unused-snippet",
        "A snippet that no contact of any account can get.",
        severity: .warning, canBeLowered: true,
        why:
            "It was written for readers who do not exist: its conditions exclude each other, or no contact has any of its roles.",
        example: """
            industries: [pharma]
            roles: [operator]   # no pharma account has one
            """,
        instead: """
            industries: [pharma]
            roles: [process]
            """)
}

/// The findings about snippets that no contact of any account can get in any month.
func checkReaders(
    _ snippets: [Snippet], _ accounts: [Account], _ configuration: Configuration, asOf: CalendarDate,
    records: [String: RecordFile]
) async -> [Diagnostic] {
    // Without accounts there is nobody yet who could get the snippets.
    guard !accounts.isEmpty else { return [] }
    let readers = Readers(accounts, configuration)
    // A snippet that has expired, or whose event has passed, had its readers.
    let present = snippets.filter { !$0.draft && ($0.expires ?? $0.event?.date ?? asOf) >= asOf }
    return await present.concurrentMap { snippet -> Diagnostic? in
        guard let lack = readers.lack(of: snippet), let record = records[snippet.id] else { return nil }
        let roles = record.yaml?["roles"]?.source ?? 0..<0
        let title = record.yaml?["title"]?.source ?? 0..<0
        switch lack {
        case .account(let nearest, let unmet):
            let keys = unmet.map { "`\($0.rawValue)`" }.joined(separator: ", ")
            return Diagnostic(
                .unusedSnippet, "no account meets its conditions", at: record.file.place(title),
                help: "the nearest is `\(nearest)`, which does not meet \(keys)")
        case .role(let fitting):
            return Diagnostic(
                .unusedSnippet, "no contact of the accounts that it is for has any of its roles",
                at: record.file.place(roles), help: "it could go to accounts such as \(fitting)")
        }
    }.compactMap(\.self)
}

/// All accounts, grouped by profile, so that a snippet is compared with each kind of account only once.
struct Readers: Sendable {
    /// Accounts with the same profile. `first` is the place of the first of them among all accounts.
    private struct Group: Sendable {
        let profile: Audience.Profile
        let first: Int
        /// The roles of all contacts of the accounts.
        var roles = NumberSet()
    }

    /// Why nobody can get a snippet.
    enum Lack: Sendable, Hashable {
        /// No account meets all conditions. `nearest` meets the most, and `unmet` are the conditions that it does not
        /// meet.
        case account(nearest: String, unmet: [Audience.Condition])
        /// Some accounts meet all conditions, but none of their contacts has one of the roles. `fitting` is the first
        /// of these accounts.
        case role(fitting: String)
    }

    private var groups: [Group] = []
    private let ids: [String]
    private var places: [String: Int] = [:]
    private var profiles: [Audience.Profile] = []
    private var rolesOfAccounts: [NumberSet] = []
    private var numbers = AudienceNumbers()
    private var roles = Numbers()

    init(_ accounts: [Account], _ configuration: Configuration) {
        ids = accounts.map(\.id)
        var groupsByProfile: [Audience.Profile: Int] = [:]
        for (place, account) in accounts.enumerated() {
            places[account.id] = places[account.id] ?? place
            let profile = numbers.profile(of: account, configuration)
            var ofAccount = NumberSet()
            for contact in account.contacts { for role in contact.roles { ofAccount.insert(roles.number(of: role)) } }
            profiles.append(profile)
            rolesOfAccounts.append(ofAccount)
            if let group = groupsByProfile[profile] {
                groups[group].roles.formUnion(ofAccount)
            } else {
                groupsByProfile[profile] = groups.count
                groups.append(Group(profile: profile, first: place, roles: ofAccount))
            }
        }
    }

    /// Why no contact of any account can get a snippet; nil if one can.
    func lack(of snippet: Snippet) -> Lack? {
        let audience = Audience(of: snippet, numbers)
        let wanted = roles.set(snippet.roles)
        guard let named = audience.accounts else {
            let fitting = groups.filter { audience.fits($0.profile) }
            if fitting.contains(where: { !$0.roles.isDisjoint(with: wanted) }) { return nil }
            if let first = fitting.first { return .role(fitting: ids[first.first]) }
            return nearest(groups.map(\.first), audience)
        }
        let known = Set(named.compactMap { places[$0] }).sorted()
        let fitting = known.filter { audience.fits(profiles[$0]) }
        if fitting.contains(where: { !rolesOfAccounts[$0].isDisjoint(with: wanted) }) { return nil }
        if let first = fitting.first { return .role(fitting: ids[first]) }
        // The snippet is meant for the account that it names, even if that account does not meet many other conditions.
        return nearest(known.isEmpty ? groups.map(\.first) : known, audience)
    }

    /// The account with the fewest unmet conditions; the first one if there are several.
    private func nearest(_ candidates: [Int], _ audience: Audience) -> Lack? {
        let unmet = candidates.map { (id: ids[$0], conditions: audience.unmet(by: ids[$0], profiles[$0])) }
        return unmet.min { $0.conditions.count < $1.conditions.count }.map {
            .account(nearest: $0.id, unmet: $0.conditions)
        }
    }
}
