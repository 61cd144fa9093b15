import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// Why a contact gets an item, in their terms: what they asked, else where a KPI of theirs stands, else what they
/// run, else their role (docs/digests.md).
struct ItemReason: Sendable {
    let run: SelectionRun
    let account: Account
    let contact: Account.Contact
    /// The KPIs that the contact steers by.
    let steering: [String]
    let labels: Labels

    func text(for snippet: Snippet, asked: [VoiceRecord]) -> String {
        if let voice = asked.first {
            return labels.text(
                voice.contact == contact.email ? .youAsked : .accountAsked,
                ["account": account.name, "date": labels.text(voice.date)])
        }
        let matched = steering.filter(snippet.kpis.contains)
            .compactMap { run.library.configuration.kpi($0, in: labels.language) }
        if let kpi = matched.first(where: isOffTarget) ?? matched.first { return text(for: kpi, snippet) }
        if let product = snippet.products?.first(where: { account.products[$0] != nil }) {
            let title = run.library.configuration.products.title(product)
            let version = account.products[product].map { " " + $0.text } ?? ""
            return labels.text(.product, ["role": role(snippet), "product": title + version])
        }
        return labels.text(.role, ["role": role(snippet), "account": account.name])
    }

    private func text(for kpi: KPI, _ snippet: Snippet) -> String {
        let (role, title) = (role(snippet), labels.inSentence(kpi.title))
        guard let latest = latest(kpi) else { return labels.text(.steering, ["role": role, "kpi": title]) }
        let value = labels.text(latest, of: kpi)
        guard let target = account.target(of: kpi.id) else {
            return labels.text(.reading, ["role": role, "kpi": title, "value": value])
        }
        let isMissed = kpi.misses(latest, target: target)
        return labels.text(
            !isMissed ? .atTarget : latest > target ? .overTarget : .underTarget,
            [
                "role": role, "kpi": title, "value": value, "target": labels.text(target, of: kpi),
                "difference": labels.difference((latest - target).magnitude, of: kpi),
            ])
    }

    private func isOffTarget(_ kpi: KPI) -> Bool {
        guard let latest = latest(kpi), let target = account.target(of: kpi.id) else { return false }
        return kpi.misses(latest, target: target)
    }

    private func latest(_ kpi: KPI) -> Decimal6? {
        run.library.freshReading(of: kpi.id, account: account.id, month: run.month)?.value
    }

    /// The first of the contact's roles that the snippet is for.
    private func role(_ snippet: Snippet) -> String {
        let role = contact.roles.first(where: snippet.roles.contains) ?? ""
        return labels.inSentence(run.library.configuration.roleTitle(role, in: labels.language))
    }
}
