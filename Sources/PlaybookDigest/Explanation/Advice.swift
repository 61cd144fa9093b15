import PlaybookContent
import PlaybookCore

/// What editors can do about a withheld message, in one sentence; nil for any other contact (selection.md, sections 7
/// and 8).
public func advice(for contact: ContactSelection, at selection: AccountSelection, library: Library) -> String? {
    guard contact.status == .withheld, let short = contact.gate?.shortfall else { return nil }
    let configuration = library.configuration
    let role = contact.contact.roles.first.map { inSentence(configuration.roles.title($0)) } ?? "them"
    if selection.status == .recovery {
        let incidents = selection.slot.map { selection.account.activeHolds(on: $0, configuration: configuration) } ?? []
        let names = Set(incidents.compactMap(\.incident)).sortedByBytes().joined(separator: " or ")
        return "Needs news of \(names) for \(role)."
    }
    var needs: [String] = []
    if short.kpiItems > 0 {
        needs.append(
            "\(moreItems(short.kpiItems)) for \(role) that \(short.kpiItems == 1 ? "moves" : "move") "
                + kpiTitles(contact.contact, selection.account, configuration))
    }
    // An item for a KPI is an item as well: only what is still missing beyond those is asked for.
    let others = short.items - short.kpiItems
    if others > 0 {
        needs.append(
            needs.isEmpty ? "\(moreItems(others)) for \(role)" : "\(moreItems(others)) of any kind")
    }
    if needs.isEmpty {
        return "Needs \(short.points) more \(short.points == 1 ? "point" : "points"): "
            + "something newer, closer to what \(role) steers by, or an answer to a request."
    }
    let points = short.points > 0 ? "; \(short.points) \(short.points == 1 ? "point is" : "points are") missing" : ""
    return "Needs \(needs.joined(separator: " and "))\(points)."
}

private func moreItems(_ count: Int) -> String {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    let number = count >= 1 && count <= words.count ? words[count - 1] : "\(count)"
    return "\(number) more \(count == 1 ? "item" : "items")"
}

private func kpiTitles(
    _ contact: Account.Contact, _ account: Account, _ configuration: Configuration
) -> String {
    let titles = account.steering(contact).compactMap { configuration.kpi($0) }.map {
        inSentence($0.title)
    }
    return titles.isEmpty ? "a KPI they steer by" : titles.joined(separator: " or ")
}
