import PlaybookCore
import PlaybookModel

/// In how many of its next two due months an account would still have a message for somebody if nobody writes anything until then. The items of
/// these messages count as sent. Months under a hold do not count. Nothing after the second month is looked at, and no month more than two years
/// away.
struct Runways: Sendable {
    private let run: SelectionRun
    /// The coming months, the next one first.
    private var months: [SelectionRun]
    private let sharing: Set<String>
    private static let enough = 2

    /// - Parameter run: the run of the month.
    init(_ run: SelectionRun) {
        self.run = run
        months = (1...24).map { run.inMonth(run.month.adding(months: $0)) }
        sharing = Set(run.shared.accounts.map { run.library.accounts[$0].id })
    }

    /// True for an account whose messages depend on another's.
    func isSharing(_ account: Account) -> Bool { sharing.contains(account.id) }

    /// The runway of an account that shares no address; nil if nobody at the account can get anything.
    ///
    /// Mutating, because it is called for every account, and copying the months each time would take most of its time.
    mutating func months(after selection: AccountSelection) -> Int? {
        guard selection.canReachSomebody else { return nil }
        return isLong(after: selection) ? Self.enough : allMonths(after: selection)
    }

    /// True if a look at few contacts shows that the runway is long. Each month is computed only up to the first contact who gets a message. What
    /// later contacts get has no effect on those contacts, because a day on which an account has messages counts only once. Always false if
    /// snippets answer requests, or if a contact has a former address, because then it could have an effect.
    mutating func isLong(after selection: AccountSelection) -> Bool {
        let account = selection.account
        guard run.index.answers.isEmpty, account.contacts.allSatisfy(\.was.isEmpty) else { return false }
        var sent = selection.sentItems(run.library)
        var (looked, last) = (0, account.contacts.count)
        for place in months.indices where looked < Self.enough && account.isDue(in: months[place].month) {
            months[place].add(sent)
            let next = months[place].selection(of: account, untilReady: true)
            guard next.status == .due else { continue }
            looked += 1
            // Contacts after the last one of the month before were not looked at there, so what they would have got is unknown.
            guard next.contacts.last?.status == .ready, next.contacts.count <= last else { return false }
            last = next.contacts.count
            sent += next.sentItems(run.library)
        }
        return looked == Self.enough
    }

    /// The same result, from all contacts.
    mutating func allMonths(after selection: AccountSelection) -> Int {
        let account = selection.account
        var sent = selection.sentItems(run.library)
        var (found, looked) = (0, 0)
        for place in months.indices where looked < Self.enough && account.isDue(in: months[place].month) {
            // What goes out in the last of these months is no longer of interest, so one reader is enough there.
            let isLast = looked + 1 == Self.enough
            months[place].add(sent)
            let next = months[place].selection(of: account, untilReady: isLast)
            guard next.status == .due else { continue }
            looked += 1
            if next.contacts.contains(where: { $0.status == .ready }) { found += 1 }
            if !isLast { sent += next.sentItems(run.library) }
        }
        return found
    }

    /// The runways of accounts that share addresses, by their ids. They are computed month by month, because one account cannot send what another
    /// has sent.
    ///
    /// - Parameter sent: what these accounts send in the month.
    func ofSharing(_ accounts: [AccountDigests], sent: [Ledger.Entry]) -> [String: Int] {
        let own = accounts.map(\.selection).filter { isSharing($0.account) && $0.canReachSomebody }.map(\.account)
        var (open, sent) = (own, sent)
        var (found, looked): ([String: Int], [String: Int]) = ([:], [:])
        for month in months where !open.isEmpty {
            let due = open.filter { $0.isDue(in: month.month) }
            guard !due.isEmpty else { continue }
            let next = month.sharing(after: sent)
            for account in due {
                let selection = next.selection(of: account)
                guard selection.status == .due else { continue }
                looked[account.id, default: 0] += 1
                if selection.contacts.contains(where: { $0.status == .ready }) { found[account.id, default: 0] += 1 }
                sent += selection.sentItems(run.library)
            }
            open.removeAll { looked[$0.id, default: 0] >= Self.enough }
        }
        return Dictionary(own.map { ($0.id, found[$0.id] ?? 0) }) { first, _ in first }
    }
}

extension AccountSelection {
    fileprivate var canReachSomebody: Bool {
        contacts.contains { $0.status != .suppressed && $0.status != .noRole }
    }

    /// What the account's messages would leave in the ledger.
    func sentItems(_ library: Library) -> [Ledger.Entry] {
        guard let slot else { return [] }
        return contacts.filter { $0.status == .ready }.flatMap { contact in
            contact.chosen.map { item in
                let snippet = library.snippets[item.snippet]
                return Ledger.Entry(
                    account: account.id, contact: contact.contact.email, snippet: snippet.id,
                    revision: snippet.revision, month: month, state: .accepted, date: slot)
            }
        }
    }
}
