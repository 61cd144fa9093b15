import PlaybookCore
import PlaybookModel

/// What gives a contact's snippets their points (docs/selection.md, section 5).
struct Scoring: Sendable {
    /// Which snippets get how many points, in the order of `PointName`. Circumstances that give 0 points are left out.
    private let circumstances: [(name: PointName, points: Int, snippets: IDs)]
    /// The index in `circumstances` before which `freshness` comes.
    private let freshnessPlace: Int
    private let freshness: [Int]
    let matchesKPI: IDs
    let hasWorth: IDs

    init(_ contact: ContactFacts, _ facts: AccountFacts, _ state: SlotState, _ run: SelectionRun) {
        let (worth, index) = (run.rules.points, run.index)
        var circumstances: [(name: PointName, points: Int, snippets: IDs)] = []
        circumstances.reserveCapacity(10)
        func add(_ name: PointName, _ points: Int, _ snippets: IDs) {
            if points != 0 { circumstances.append((name, points, snippets)) }
        }
        add(.namesAccount, worth.namesAccount, index.audiences.accounts.asking(for: facts.account.id))
        add(.answersRequest, worth.answersRequest, facts.answeringRequests)
        add(.kpiMatch, worth.kpiMatch, contact.kpis)
        add(.worth, worth.worth, index.worth)
        add(.kpiOffTarget, worth.kpiOffTarget, contact.offTarget)
        add(.productMatch, worth.productMatch, index.withProducts)
        add(.eventSoon, worth.eventSoon, state.eventSoon)
        add(.primaryRole, worth.primaryRole, contact.primaryRole)
        freshnessPlace = circumstances.count
        add(.recentTopic, worth.recentTopic, contact.recentTopics)
        add(.notForUs, worth.notForUs, contact.notForColleagues)
        self.circumstances = circumstances
        freshness = state.freshness
        matchesKPI = contact.kpis
        hasWorth = index.worth
    }

    /// The total points of each snippet, by its number. The total of a snippet that did not pass the filters has no meaning.
    func totals(of passed: IDs) -> [Int] {
        var totals = freshness
        totals.withUnsafeMutableBufferPointer { totals in
            for circumstance in circumstances {
                circumstance.snippets.forEach(in: passed) { totals[$0] += circumstance.points }
            }
        }
        return totals
    }

    /// A snippet that passed all filters, with its points by name.
    func candidate(_ snippet: Int) -> Candidate {
        var awards: [Candidate.Award] = []
        awards.reserveCapacity(circumstances.count + 1)
        func awardFreshness() {
            if freshness[snippet] != 0 { awards.append(.init(name: .freshness, points: freshness[snippet])) }
        }
        for (place, circumstance) in circumstances.enumerated() {
            if place == freshnessPlace { awardFreshness() }
            if circumstance.snippets.contains(snippet) {
                awards.append(.init(name: circumstance.name, points: circumstance.points))
            }
        }
        if freshnessPlace == circumstances.count { awardFreshness() }
        return .passed(
            snippet, points: awards, matchesKPI: matchesKPI.contains(snippet), hasWorth: hasWorth.contains(snippet))
    }
}

extension SelectionRun {
    /// The snippets that other contacts of the account declined lately, if they share a role with the contact.
    func notForColleagues(of contact: Account.Contact, _ facts: AccountFacts) -> IDs {
        var declined = IDs()
        guard !answers.isEmpty else { return declined }
        for other in facts.account.contacts
        where other.email != contact.email && other.roles.contains(where: contact.roles.contains) {
            declined.formUnion(answers.declined(by: other.addresses, lately: facts.slot))
        }
        return declined
    }

    /// The snippets that answer a voice record of the account, if the record is not declined and no earlier message has answered it.
    func answeringRequests(of account: Account) -> IDs {
        var result = IDs()
        guard !index.answers.isEmpty else { return result }
        let answered = Set(history.carried(to: account.id).flatMap { library.snippets[$0].answers })
        for (snippet, records) in index.answers {
            let isAnswer = records.contains { id in
                guard let voice = voices[id], voice.account == account.id else { return false }
                return voice.state != .declined && !answered.contains(id)
            }
            if isAnswer { result.insert(snippet) }
        }
        return result
    }
}
