import PlaybookCore
import PlaybookModel

extension SelectionRun {
    /// The points of a snippet that passed all filters (docs/selection.md, section 5).
    func scored(_ index: Int, _ contact: ContactFacts, _ facts: AccountFacts) -> Candidate {
        let snippet = snippets[index]
        let worth = rules.points
        let matchesKPI = snippet.kpis.intersects(contact.kpis)
        var awards: [Candidate.Award] = []
        func award(_ name: PointName, _ points: Int, when applies: Bool) {
            if applies, points != 0 { awards.append(Candidate.Award(name: name, points: points)) }
        }
        award(.namesAccount, worth.namesAccount, when: snippet.accounts?.intersects(facts.id) ?? false)
        award(.answersRequest, worth.answersRequest, when: answersRequest(snippet.snippet, facts))
        award(.kpiMatch, worth.kpiMatch, when: matchesKPI)
        award(.worth, worth.worth, when: snippet.snippet.worth != nil)
        award(.kpiOffTarget, worth.kpiOffTarget, when: isOffTarget(snippet, contact, facts))
        award(.productMatch, worth.productMatch, when: snippet.products != nil)
        award(.eventSoon, worth.eventSoon, when: isEventSoon(snippet.snippet, slot: facts.slot))
        award(.primaryRole, worth.primaryRole, when: snippet.roles.intersects(contact.primaryRole))
        let weeks = facts.slot.days(since: snippet.snippet.publish) / 7
        award(.freshness, max(0, worth.freshness - weeks), when: true)
        award(.recentTopic, worth.recentTopic, when: snippet.kpis.intersects(contact.recentKPIs))
        award(.notForUs, worth.notForUs, when: contact.notForColleagues.contains(index))
        return .passed(
            index, points: awards, matchesKPI: matchesKPI, hasWorth: snippet.snippet.worth != nil)
    }

    /// The snippets that other contacts of the account who share a role with this one declined lately.
    func notForColleagues(of contact: Account.Contact, _ facts: AccountFacts) -> IDs {
        var declined = IDs()
        guard !answers.isEmpty else { return declined }
        // Roles are compared by name: a role that no snippet is for has no number, and two contacts can share it.
        for other in facts.account.contacts
        where other.email != contact.email && other.roles.contains(where: contact.roles.contains) {
            declined.formUnion(answers.declined(by: other.addresses, lately: facts.slot))
        }
        return declined
    }

    private func answersRequest(_ snippet: Snippet, _ facts: AccountFacts) -> Bool {
        snippet.answers.contains { id in
            guard let voice = voices[id], voice.account == facts.account.id else { return false }
            return voice.state != .declined && !facts.answered.contains(id)
        }
    }

    /// True when a single KPI is the snippet's, is the contact's, and is off target.
    private func isOffTarget(_ snippet: PreparedSnippet, _ contact: ContactFacts, _ facts: AccountFacts) -> Bool {
        snippet.kpis.intersection(contact.kpis).intersects(facts.offTarget)
    }

    private func isEventSoon(_ snippet: Snippet, slot: CalendarDate) -> Bool {
        guard snippet.kind == .event, let date = snippet.event?.date else { return false }
        let days = date.days(since: slot)
        return days >= 0 && days <= rules.eventSoonDays
    }
}
