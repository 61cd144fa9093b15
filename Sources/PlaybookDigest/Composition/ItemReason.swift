import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// What the reasons for items need to know about the reader of a message.
struct ItemReader: Sendable {
    let account: Account
    let contact: Account.Contact
    /// The KPIs that the contact steers by.
    let steering: [String]
    let labels: Labels
}

extension Composer {
    /// Why a contact gets an item, in the contact's terms. The first of these that applies: what they asked, where one of their KPIs stands, what
    /// they run, their role (docs/digests.md).
    func reason(for snippet: Snippet, asked: [VoiceRecord], to reader: ItemReader) -> String {
        let labels = reader.labels
        if let voice = asked.first {
            return labels.text(
                voice.contact == reader.contact.email ? .youAsked : .accountAsked,
                ["account": reader.account.name, "date": labels.text(voice.date)])
        }
        let matched = reader.steering.filter(snippet.kpis.contains)
        if let id = matched.first(where: { isOffTarget($0, reader.account) })
            ?? matched.first(where: { run.library.configuration.kpi($0) != nil }),
            let kpi = run.library.configuration.kpi(id, in: labels.language)
        {
            return text(for: kpi, snippet, reader)
        }
        if let product = snippet.products?.first(where: { reader.account.products[$0] != nil }) {
            let title = run.library.configuration.products.title(product)
            let version = reader.account.products[product].map { " " + $0.text } ?? ""
            return labels.text(.product, ["role": role(snippet, reader), "product": title + version])
        }
        return labels.text(.role, ["role": role(snippet, reader), "account": reader.account.name])
    }

    private func text(for kpi: KPI, _ snippet: Snippet, _ reader: ItemReader) -> String {
        let labels = reader.labels
        let (role, title) = (role(snippet, reader), labels.inSentence(kpi.title))
        guard let latest = latest(kpi.id, reader.account) else {
            return labels.text(.steering, ["role": role, "kpi": title])
        }
        let value = labels.text(latest, of: kpi)
        guard let target = reader.account.target(of: kpi.id) else {
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

    private func isOffTarget(_ kpi: String, _ account: Account) -> Bool {
        guard let latest = latest(kpi, account), let target = account.target(of: kpi) else { return false }
        return run.library.configuration.kpi(kpi)?.misses(latest, target: target) ?? false
    }

    private func latest(_ kpi: String, _ account: Account) -> Decimal6? {
        run.library.freshReading(of: kpi, account: account.id, month: run.month)?.value
    }

    /// The first of the contact's roles that the snippet is for.
    private func role(_ snippet: Snippet, _ reader: ItemReader) -> String {
        let role = reader.contact.roles.first(where: snippet.roles.contains) ?? ""
        return reader.labels.inSentence(run.library.configuration.roleTitle(role, in: reader.labels.language))
    }
}
