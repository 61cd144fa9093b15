import PlaybookCore
import PlaybookModel

/// What content is missing for a month, which editors should write (docs/digests.md, "What content is missing").
package struct ContentGaps: Sendable {
    /// A message that did not pass the gate.
    package struct Withheld: Sendable, Hashable {
        package let account: String
        /// The contact's e-mail address.
        package let contact: String
        package let roles: [String]
        /// The KPIs that the contact steers by.
        package let kpis: [String]
        package let shortfall: GateResult.Shortfall
        package let advice: String
    }

    /// How many withheld messages an item for one role and KPI would help.
    package struct Need: Sendable, Hashable {
        package let role: String
        package let kpi: String
        package let messages: Int
    }

    /// An account for which there will soon be nothing new.
    package struct Runway: Sendable, Hashable {
        package let account: String
        /// 0 or 1: in how many of its next two due months somebody there would get a message.
        package let months: Int
    }

    package let month: YearMonth
    /// In the order of accounts and their contacts.
    package let withheld: [Withheld]
    /// The most needed first.
    package let needs: [Need]
    package let shortRunways: [Runway]
    /// Ids of KPIs that somebody steers by and that no snippet of the month moves.
    package let kpisWithoutSnippet: [String]
    /// Ids of snippets of the month that pass the filters for nobody.
    package let unusedSnippets: [String]

    /// - Parameter selections: those of the month, for all accounts or for some. For some, KPIs and snippets are left
    ///   out.
    init(_ selections: [AccountSelection], library: Library, ledger: Ledger, month: YearMonth) {
        self.month = month
        withheld = selections.flatMap { selection in
            selection.contacts.compactMap { contact in
                guard contact.status == .withheld, let short = contact.gate?.shortfall,
                    let advice = advice(for: contact, at: selection, library: library)
                else { return nil }
                return Withheld(
                    account: selection.account.id, contact: contact.contact.email, roles: contact.contact.roles,
                    kpis: selection.account.steering(contact.contact), shortfall: short, advice: advice)
            }
        }
        needs = Self.needs(of: withheld)
        shortRunways = runways(selections, library: library, ledger: ledger, month: month).filter { $0.months < 2 }
        guard selections.count == library.accounts.count else {
            (kpisWithoutSnippet, unusedSnippets) = ([], [])
            return
        }
        let slots = selections.compactMap(\.slot)
        let current = library.snippets.filter { snippet in slots.contains { snippet.isCurrent(on: $0) } }
        let moved = Set(current.flatMap(\.kpis))
        let steered = selections.flatMap { selection in
            selection.account.kpis.map(\.kpi)
                + selection.contacts.filter { $0.status != .suppressed }.flatMap(\.contact.kpis)
        }
        kpisWithoutSnippet = Set(steered).subtracting(moved).sortedByBytes()
        let contacts = selections.flatMap(\.contacts)
        let used = Set(contacts.flatMap(\.candidates).filter { $0.verdict != .filtered }.map(\.snippet))
        let sent = Set(contacts.flatMap(\.sent).map(\.snippet))
        unusedSnippets = library.snippets.indices.filter { index in
            let snippet = library.snippets[index]
            return !used.contains(index) && sent.isDisjoint(with: [snippet.id] + snippet.was)
                && current.contains { $0.id == snippet.id }
        }.map { library.snippets[$0].id }
    }

    private static func needs(of withheld: [Withheld]) -> [Need] {
        var counts: [Need: Int] = [:]
        for message in withheld {
            guard let role = message.roles.first else { continue }
            for kpi in Set(message.kpis) { counts[Need(role: role, kpi: kpi, messages: 0), default: 0] += 1 }
        }
        return counts.map { Need(role: $0.key.role, kpi: $0.key.kpi, messages: $0.value) }.sorted { left, right in
            if left.messages != right.messages { return left.messages > right.messages }
            return left.role == right.role ? left.kpi.precedes(right.kpi) : left.role.precedes(right.role)
        }
    }
}

extension Snippet {
    /// True on days on which the snippet can be in a message at all (docs/selection.md, section 4, filters 1 to 4).
    fileprivate func isCurrent(on day: CalendarDate) -> Bool {
        !draft && publish <= day && (expires.map { $0 >= day } ?? true) && (event.map { $0.date >= day } ?? true)
            && (evidence?.validUntil.map { $0 >= day } ?? true)
    }
}

/// For each account, in how many of its next two due months somebody would still get a message if nothing were
/// written until then and everything in earlier messages counted as sent. Months under a hold do not count. Only two
/// months are looked at, because two are enough, and none that is more than two years away.
private func runways(
    _ selections: [AccountSelection], library: Library, ledger: Ledger, month: YearMonth
) -> [ContentGaps.Runway] {
    var entries = ledger.entries + selections.flatMap { sentItems($0, library) }
    let accounts = selections.filter { selection in
        selection.contacts.contains { $0.status != .suppressed && $0.status != .noRole }
    }.map(\.account)
    var open = accounts
    var months: [String: Int] = [:]
    var looked: [String: Int] = [:]
    for offset in 1...24 where !open.isEmpty {
        let next = month.adding(months: offset)
        let due = open.filter { $0.isDue(in: next) }
        guard !due.isEmpty else { continue }
        let after = Ledger(entries: entries, suppressions: ledger.suppressions, answers: ledger.answers)
        let run = SelectionRun(library: library, ledger: after, month: next)
        for account in due {
            let selection = run.selection(of: account)
            guard selection.status == .due else { continue }
            looked[account.id, default: 0] += 1
            if selection.contacts.contains(where: { $0.status == .ready }) { months[account.id, default: 0] += 1 }
            entries += sentItems(selection, library)
        }
        open.removeAll { (looked[$0.id] ?? 0) >= 2 }
    }
    return accounts.map { ContentGaps.Runway(account: $0.id, months: months[$0.id] ?? 0) }
}

private func sentItems(_ selection: AccountSelection, _ library: Library) -> [Ledger.Entry] {
    guard let slot = selection.slot else { return [] }
    return selection.contacts.filter { $0.status == .ready }.flatMap { contact in
        contact.chosen.map { index in
            let snippet = library.snippets[contact.candidates[index].snippet]
            return Ledger.Entry(
                account: selection.account.id, contact: contact.contact.email, snippet: snippet.id,
                revision: snippet.revision, month: selection.month, state: .accepted, date: slot)
        }
    }
}

extension ContentGaps {
    /// The content of `gaps.json` (docs/digests.md, "What content is missing").
    var json: JSONText {
        func list(_ texts: [String]) -> JSONText { .array(texts.map { .string($0) }) }
        return .object([
            .init("month", .string("\(month)")),
            .init(
                "withheld",
                .array(
                    withheld.map { message in
                        .object([
                            .init("account", .string(message.account)), .init("contact", .string(message.contact)),
                            .init("roles", list(message.roles)), .init("kpis", list(message.kpis)),
                            .init("missing_items", .integer(message.shortfall.items)),
                            .init("missing_kpi_items", .integer(message.shortfall.kpiItems)),
                            .init("missing_points", .integer(message.shortfall.points)),
                            .init("advice", .string(message.advice)),
                        ])
                    })),
            .init(
                "needs",
                .array(
                    needs.map { need in
                        .object([
                            .init("role", .string(need.role)), .init("kpi", .string(need.kpi)),
                            .init("messages", .integer(need.messages)),
                        ])
                    })),
            .init(
                "short_runways",
                .array(
                    shortRunways.map { runway in
                        .object([
                            .init("account", .string(runway.account)), .init("months", .integer(runway.months)),
                        ])
                    })),
            .init("kpis_without_snippet", list(kpisWithoutSnippet)),
            .init("unused_snippets", list(unusedSnippets)),
        ])
    }
}
