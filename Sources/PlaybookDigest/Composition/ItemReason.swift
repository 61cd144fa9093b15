import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// The contact that a message is for, and what the reasons of its items say about them.
struct ItemReader: Sendable {
    let account: Account
    let contact: Account.Contact
    /// Of the KPIs that the contact steers by, in their order.
    let kpis: [KPIReason]
    let labels: Labels
}

/// What a reason says about a KPI that a contact steers by; the same for all items of the message.
struct KPIReason: Sendable {
    let id: String
    let isOffTarget: Bool
    private let label: LabelName
    private let title: String
    private var value = ""
    private var target = ""
    private var difference = ""

    init(_ kpi: KPI, latest: Decimal6?, target: Decimal6?, labels: Labels) {
        id = kpi.id
        title = labels.inSentence(kpi.title)
        guard let latest else {
            (label, isOffTarget) = (.steering, false)
            return
        }
        value = labels.text(latest, of: kpi)
        guard let target else {
            (label, isOffTarget) = (.reading, false)
            return
        }
        self.target = labels.text(target, of: kpi)
        difference = labels.difference((latest - target).magnitude, of: kpi)
        isOffTarget = kpi.misses(latest, target: target)
        label = !isOffTarget ? .atTarget : latest > target ? .overTarget : .underTarget
    }

    func text(role: String, _ labels: Labels) -> String {
        labels.text(
            label, ["role": role, "kpi": title, "value": value, "target": target, "difference": difference])
    }
}

extension Composer {
    func reader(
        _ contact: Account.Contact, at account: Account, steering: [String], labels: Labels
    ) -> ItemReader {
        let kpis = steering.compactMap { id in
            run.library.configuration.kpi(id, in: labels.language).map { kpi in
                KPIReason(
                    kpi, latest: run.library.freshReading(of: id, account: account.id, month: run.month)?.value,
                    target: account.target(of: id), labels: labels)
            }
        }
        return ItemReader(account: account, contact: contact, kpis: kpis, labels: labels)
    }

    /// Why a contact gets an item, in their terms: what they asked, else where a KPI of theirs stands, else what they
    /// run, else their role (docs/digests.md).
    func reason(for snippet: Snippet, asked: [VoiceRecord], to reader: ItemReader) -> String {
        let labels = reader.labels
        if let voice = asked.first {
            return labels.text(
                voice.contact == reader.contact.email ? .youAsked : .accountAsked,
                ["account": reader.account.name, "date": labels.text(voice.date)])
        }
        let role = role(snippet, reader)
        let matched = reader.kpis.filter { snippet.kpis.contains($0.id) }
        if let kpi = matched.first(where: \.isOffTarget) ?? matched.first { return kpi.text(role: role, labels) }
        if let product = snippet.products?.first(where: { reader.account.products[$0] != nil }) {
            let title = run.library.configuration.products.title(product)
            let version = reader.account.products[product].map { " " + $0.text } ?? ""
            return labels.text(.product, ["role": role, "product": title + version])
        }
        return labels.text(.role, ["role": role, "account": reader.account.name])
    }

    /// The first of the contact's roles that the snippet is for.
    private func role(_ snippet: Snippet, _ reader: ItemReader) -> String {
        let role = reader.contact.roles.first(where: snippet.roles.contains) ?? ""
        return reader.labels.inSentence(run.library.configuration.roleTitle(role, in: reader.labels.language))
    }
}
