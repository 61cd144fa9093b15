import PlaybookCore
import PlaybookModel

extension Rule {
    static let unusedSnippet = Rule(
        "unused-snippet",
        "A snippet that no contact of any account can get.",
        severity: .warning, canBeLowered: true,
        why:
            "It was written for readers who do not exist: its conditions exclude each other, or no contact has its roles.",
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
    // Without accounts there is nobody to hold the snippets against yet.
    guard !accounts.isEmpty else { return [] }
    let readers = Readers(accounts, configuration)
    // What is over had its readers.
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
                .unusedSnippet, "no contact of the accounts that it is for has its roles", at: record.file.place(roles),
                help: "it could go to accounts such as \(fitting)")
        }
    }.compactMap(\.self)
}

/// All accounts, those that are alike put together: a snippet is held against each kind of account once.
struct Readers: Sendable {
    /// Accounts that are alike, by their places among all, in order.
    private struct Group: Sendable {
        let profile: Audience.Profile
        let first: Int
        /// The roles of all their contacts.
        var roles = NumberSet()
    }

    /// Why nobody can get a snippet.
    enum Lack: Sendable, Hashable {
        /// No account meets all conditions; the nearest, and what it does not meet.
        case account(nearest: String, unmet: [Audience.Condition])
        /// Accounts do, the first of which is this, but none of their contacts has one of the roles.
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

    /// Why no contact of any account can get a snippet; nil where one can.
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
        // An account that the snippet names is meant, however much else it does not meet.
        return nearest(known.isEmpty ? groups.map(\.first) : known, audience)
    }

    /// The account that does not meet the fewest conditions; the first of several.
    private func nearest(_ candidates: [Int], _ audience: Audience) -> Lack? {
        let unmet = candidates.map { (id: ids[$0], conditions: audience.unmet(by: ids[$0], profiles[$0])) }
        return unmet.min { $0.conditions.count < $1.conditions.count }.map {
            .account(nearest: $0.id, unmet: $0.conditions)
        }
    }
}
