import PlaybookCore
import PlaybookModel

/// What editors can do about a withheld message, in one sentence; nil for any other contact. What is missing is what
/// the gate asks for (docs/selection.md, section 7).
package func advice(for contact: ContactSelection, at selection: AccountSelection, library: Library) -> String? {
    guard contact.status == .withheld, let short = contact.gate?.shortfall else { return nil }
    let configuration = library.configuration
    let role = contact.contact.roles.first.map { inSentence(configuration.roles.title($0)) } ?? "them"
    if selection.status == .recovery {
        let incidents = selection.slot.map { selection.account.activeHolds(on: $0, configuration: configuration) } ?? []
        let names = Set(incidents.compactMap(\.incident)).sortedByBytes().joined(separator: " or ")
        return "Needs news of \(names) for \(role)."
    }
    let rules = configuration.digest
    let most = max(rules.gate.items, rules.gate.kpiItems)
    if most > rules.maxItems {
        return "Cannot pass: the gate asks for \(counted(most, "item")), and a message has at most \(rules.maxItems)."
    }
    let steering = selection.account.steering(contact.contact)
    if short.kpiItems > 0, steering.isEmpty {
        let hasWorth = contact.chosen.contains(where: \.hasWorth)
        let other =
            hasWorth || short.kpiItems > 1 ? "" : " An item about a date, a duty or a danger would count as well."
        return "Needs KPIs in the account's file: without any, no item can match one." + other
    }
    // An item for a KPI is an item as well, so only the items that are missing beyond those are asked for.
    let others = max(0, short.items - short.kpiItems)
    var needs: [String] = []
    if short.kpiItems > 0 {
        needs.append("\(moreItems(short.kpiItems)) for \(role) on \(kpiTitles(steering, configuration))")
    }
    if others > 0 { needs.append(needs.isEmpty ? "\(moreItems(others)) for \(role)" : "\(word(others)) on any KPI") }
    guard !needs.isEmpty else {
        return "Needs \(short.points) more \(short.points == 1 ? "point" : "points"): "
            + "something newer, closer to what \(role) steers by, or an answer to a request."
    }
    var advice = "Needs " + needs.joined(separator: " and ")
    let full = fullKinds(of: contact, library: library)
    if !full.isEmpty { advice += ", of another kind than \(full.joined(separator: " or "))" }
    if contact.chosen.count + short.kpiItems + others > rules.maxItems {
        advice += ", in place of what is in the message, which is full"
    }
    if short.points > 0 {
        let isEnough = short.points <= fewestPoints(short.kpiItems, others, contact, rules.points)
        let noun = short.kpiItems + others == 1 ? "item" : "items"
        advice += isEnough ? ": any such \(noun) will do" : ", worth \(counted(short.points, "point")) or more"
    }
    return advice + "."
}

/// The fewest points that new items for the contact's first role would have, if some of them are about a KPI of
/// theirs.
private func fewestPoints(
    _ onKPIs: Int, _ others: Int, _ contact: ContactSelection, _ points: DigestRules.Points
) -> Int {
    let each = points.primaryRole + (contact.hasRecentTopics ? min(0, points.recentTopic) : 0)
    return onKPIs * (points.kpiMatch + each) + others * each
}

/// The kinds of which the message already has enough items.
private func fullKinds(of contact: ContactSelection, library: Library) -> [String] {
    let kinds = contact.chosen.map { library.snippets[$0.snippet].kind }
    return Snippet.Kind.allCases.filter { kind in
        kinds.count { $0 == kind } >= library.configuration.digest.perKind
    }.map(\.rawValue)
}

private func moreItems(_ count: Int) -> String { "\(word(count)) more \(count == 1 ? "item" : "items")" }

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

private func word(_ count: Int) -> String {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    return count >= 1 && count <= words.count ? words[count - 1] : "\(count)"
}

private func kpiTitles(_ steering: [String], _ configuration: Configuration) -> String {
    let titles = steering.compactMap { configuration.kpi($0) }.map { inSentence($0.title) }
    return titles.joined(separator: " or ")
}
