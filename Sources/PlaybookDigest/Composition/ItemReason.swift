import PlaybookContent
import PlaybookCore
import PlaybookMarkup

/// Why a contact gets an item, in their terms: what they asked, else where a KPI of theirs stands, else what they
/// run, else their role (email.md, "Contents, in order").
struct ItemReason: Sendable {
    let library: Library
    let account: Account
    let contact: Account.Contact
    let month: YearMonth
    let labels: Labels

    func text(for snippet: Snippet, asked: [VoiceRecord]) -> String {
        if let voice = asked.first {
            let pattern = voice.contact == contact.email ? labels.youAsked : labels.accountAsked
            return filling(pattern, with: ["account": account.name, "date": labels.text(voice.date)])
        }
        let matched = account.steering(contact).filter(snippet.kpis.contains)
            .compactMap { library.configuration.kpi($0) }
        if let kpi = matched.first(where: isOffTarget) ?? matched.first { return text(for: kpi, snippet) }
        if let product = snippet.products?.first(where: { account.products[$0] != nil }) {
            let title = library.configuration.products.title(product)
            let version = account.products[product].map { " " + $0.text } ?? ""
            return filling(labels.product, with: ["role": role(snippet), "product": title + version])
        }
        return filling(labels.role, with: ["role": role(snippet), "account": account.name])
    }

    private func text(for kpi: KPI, _ snippet: Snippet) -> String {
        var values = ["role": role(snippet), "kpi": labels.inSentence(kpi.title)]
        guard let latest = latest(kpi) else { return filling(labels.steering, with: values) }
        values["value"] = kpi.text(latest)
        guard let target = account.target(of: kpi.id) else { return filling(labels.reading, with: values) }
        values["target"] = kpi.text(target)
        values["difference"] = labels.difference((latest - target).magnitude, of: kpi)
        guard kpi.misses(latest, target: target) else { return filling(labels.atTarget, with: values) }
        return filling(latest > target ? labels.overTarget : labels.underTarget, with: values)
    }

    private func isOffTarget(_ kpi: KPI) -> Bool {
        guard let latest = latest(kpi), let target = account.target(of: kpi.id) else { return false }
        return kpi.misses(latest, target: target)
    }

    private func latest(_ kpi: KPI) -> Decimal6? {
        library.readings.latest(account: account.id, kpi: kpi.id, until: month)?.value
    }

    /// The first of the contact's roles that the snippet is for.
    private func role(_ snippet: Snippet) -> String {
        let role = contact.roles.first(where: snippet.roles.contains) ?? ""
        return labels.inSentence(library.configuration.roles.title(role))
    }
}
