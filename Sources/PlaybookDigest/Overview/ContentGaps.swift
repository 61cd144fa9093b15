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

    /// - Parameters:
    ///   - accounts: all accounts of the month, or some. If only some are given, nothing is said about snippets and KPIs.
    ///   - runways: by account, the runways of accounts whose digests have none.
    ///   - used: the snippets that passed the filters for somebody.
    init(_ accounts: [AccountDigests], runways: [String: Int], used: IDs, library: Library, month: YearMonth) {
        self.month = month
        withheld = accounts.flatMap { account in
            zip(account.selection.contacts, account.why).compactMap { contact, why in
                guard contact.status == .withheld, let short = contact.gate?.shortfall, let why else { return nil }
                return Withheld(
                    account: account.selection.account.id, contact: contact.contact.email,
                    roles: contact.contact.roles, kpis: account.selection.account.steering(contact.contact),
                    shortfall: short, advice: why)
            }
        }
        needs = Self.needs(of: withheld)
        shortRunways = accounts.compactMap { account in
            let id = account.selection.account.id
            guard let months = account.runway ?? runways[id], months < 2 else { return nil }
            return Runway(account: id, months: months)
        }
        guard accounts.count == library.accounts.count else {
            (kpisWithoutSnippet, unusedSnippets) = ([], [])
            return
        }
        let selections = accounts.map(\.selection)
        let slots = Set(selections.compactMap(\.slot))
        let current = library.snippets.filter { snippet in slots.contains { snippet.isCurrent(on: $0) } }
        let moved = Set(current.flatMap(\.kpis))
        var steered: Set<String> = []
        for selection in selections {
            steered.formUnion(selection.account.kpis.map(\.kpi))
            for contact in selection.contacts where contact.status != .suppressed {
                steered.formUnion(contact.contact.kpis)
            }
        }
        kpisWithoutSnippet = steered.subtracting(moved).sortedByBytes()
        let sent = Set(selections.flatMap(\.contacts).flatMap(\.sent).map(\.snippet))
        let currentIDs = Set(current.map(\.id))
        unusedSnippets = library.snippets.indices.filter { index in
            let snippet = library.snippets[index]
            return !used.contains(index) && sent.isDisjoint(with: [snippet.id] + snippet.was)
                && currentIDs.contains(snippet.id)
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
    /// True if a message of that day can contain the snippet at all (docs/selection.md, section 4, filters 1 to 4).
    fileprivate func isCurrent(on day: CalendarDate) -> Bool {
        !draft && publish <= day && (expires.map { $0 >= day } ?? true) && (event.map { $0.date >= day } ?? true)
            && (evidence?.validUntil.map { $0 >= day } ?? true)
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
