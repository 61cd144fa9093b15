import PlaybookCore
import PlaybookModel
import PlaybookTemplates

extension PageValues {
    /// The list of accounts; nil where the site shows none.
    static func accountList(_ library: Library, _ shelves: Shelves) -> Listing? {
        guard library.configuration.site.accounts, !library.accounts.isEmpty else { return nil }
        let entries = library.accounts.map { account in
            let facts = [
                account.industry.map(library.configuration.industries.title), account.stage.map(capitalised),
                account.owner.map { library.configuration.people[$0]?.name ?? $0 },
            ]
            return Listing.Entry(
                title: account.name, folder: shelves.folder(.accounts, account.id), facts: facts.compactMap { $0 })
        }
        return Listing(
            folder: shelves.folder(.accounts), title: "Accounts",
            description: "The brief before a call, for each customer.",
            groups: [Listing.Group(id: "accounts", entries: entries)])
    }

    /// The brief before a call: where their KPIs stand, who is who, what they asked, what holds.
    func values(of account: Account) -> [String: TemplateValue] {
        let configuration = library.configuration
        let folder = shelves.folder(.accounts, account.id)
        let list = Listing.Entry(title: "Accounts", folder: shelves.folder(.accounts))
        var values = madeValues(folder: folder, title: account.name, description: nil, crumbs: [list])
        values["owner"] = person(account.owner)
        values["stage"] = .optional(account.stage.map(capitalised))
        values["has_meta"] = .flag(account.owner != nil || account.stage != nil)
        let kpis = account.kpis.compactMap { target in configuration.kpi(target.kpi).map { kpi(target, $0, account) } }
        let planned = plan?.accounts[account.id]?.contacts ?? []
        let contacts = account.contacts.map { contact -> [String: TemplateValue] in
            let plan = planned.first { $0.email == contact.email }
            let status = plan?.suppression ?? (contact.status == .active ? nil : contact.status.rawValue)
            return [
                "name": .text(contact.name), "email": .text(contact.email),
                "roles": .text(contact.roles.map(configuration.roles.title).joined(separator: ", ")),
                "kpis": .text(contact.kpis.map { configuration.kpi($0)?.title ?? $0 }.joined(separator: ", ")),
                "status": .optional(status),
                "also": .optional(plan.flatMap { $0.alsoAt.isEmpty ? nil : $0.alsoAt.joined(separator: ", ") }),
            ]
        }
        let products = account.products.keys.sortedByBytes().map { id -> [String: TemplateValue] in
            [
                "title": .text(configuration.products.title(id)),
                "version": .optional(account.products[id]?.text),
            ]
        }
        let voices = library.voices.filter { $0.account == account.id && $0.state == .open }.map { voice in
            [
                "kind": .text(capitalised(voice.kind.rawValue)), "date": .text(longDate(voice.date)),
                "contact": .optional(
                    voice.contact.map { email in
                        account.contacts.first { $0.email == email }?.name ?? email
                    }),
                "body": .text(voice.body.document.pageHTML),
            ] as [String: TemplateValue]
        }
        let active = account.activeHolds(on: asOf, configuration: configuration)
        let touches = touches(of: account)
        let holds = active.map { hold -> [String: TemplateValue] in
            [
                "kind": .text(capitalised(hold.kind.rawValue)), "from": .text(longDate(hold.from)),
                "until": .optional(hold.until.map(longDate)), "closed": .optional(hold.closed.map(longDate)),
                "incident": .optional(hold.incident),
                "note": .optional(hold.note), "owner": person(hold.owner),
            ]
        }
        values["account"] = .object([
            "kpis": .list(kpis), "has_kpis": .flag(!kpis.isEmpty), "contacts": .list(contacts),
            "has_contacts": .flag(!contacts.isEmpty), "products": .list(products),
            "has_products": .flag(!products.isEmpty), "voices": .list(voices), "has_voices": .flag(!voices.isEmpty),
            "holds": .list(holds), "has_holds": .flag(!holds.isEmpty),
            "facts": .list(facts(of: account)), "touches": .list(touches), "has_touches": .flag(!touches.isEmpty),
            "month": monthValues(of: account, folder: folder),
        ])
        return page(values, folder: folder)
    }

    /// What identifies the customer, and how often they are due.
    private func facts(of account: Account) -> [[String: TemplateValue]] {
        let configuration = library.configuration
        let months = account.cadence.everyMonths
        let facts: [(String, String?)] = [
            ("Industry", account.industry.map(configuration.industries.title)), ("Region", account.region),
            ("Language", account.language), ("Due", months == 1 ? "every month" : "every \(months) months"),
            ("Deputy", account.deputy.map { configuration.people[$0]?.name ?? $0 }),
            ("Agreement", account.agreement.map(agreement)),
        ]
        return facts.compactMap { name, value in value.map { ["name": .text(name), "value": .text($0)] } }
    }

    private func agreement(_ agreement: Account.Agreement) -> String {
        let notice = agreement.noticeDays.map { ", notice by \(longDate(agreement.ends.adding(days: -$0)))" } ?? ""
        return "ends \(longDate(agreement.ends))" + notice
    }

    /// The last contacts by any channel, the newest first.
    private func touches(of account: Account) -> [[String: TemplateValue]] {
        let touches = library.touches.filter { $0.account == account.id && $0.date <= asOf }
        return touches.reversed().prefix(6).map { touch in
            let name = account.contacts.first { $0.email == touch.contact }?.name
            return [
                "date": .text(shortDate(touch.date)), "channel": .text(capitalised(touch.channel.rawValue)),
                "contact": .optional(name ?? touch.contact), "note": .optional(touch.note),
            ]
        }
    }

    private func kpi(_ target: Account.Target, _ kpi: KPI, _ account: Account) -> [String: TemplateValue] {
        let course = library.readings.course(account: account.id, kpi: kpi.id, until: asOf.yearMonth).suffix(12)
        func text(_ value: Decimal6) -> String { "\(value) \(kpi.unit)" }
        let latest = course.last.map { text($0.value) }
        let goal = target.target.map(text)
        var state: String?
        if let last = course.last, let target = target.target {
            state = kpi.misses(last.value, target: target) ? "off target" : "on target"
        }
        var change: String?
        if let last = course.last, let before = course.dropLast().last {
            let difference = (last.value - before.value).magnitude
            let isBetter = kpi.isBetter(last.value, than: before.value)
            let month = before.month.englishName
            // A difference of two percentages is no percentage.
            let amount = kpi.unit == "%" ? "\(difference) points" : text(difference)
            change =
                difference.millionths == 0
                ? "as in \(month)" : "\(amount) \(isBetter ? "better" : "worse") than in \(month)"
        }
        let label = "\(kpi.title), latest \(latest ?? "unknown")" + (goal.map { ", target \($0)" } ?? "")
        return [
            "title": .text(kpi.title), "value": .optional(latest), "target": .optional(goal), "state": .optional(state),
            "change": .optional(change), "off_target": .flag(state == "off target"),
            "month": .optional(course.last.map { "\($0.month.englishName) \($0.month.year)" }),
            "chart": .text(trendChart(course, target: target.target, label: label)),
            "readings": .list(
                course.reversed().map {
                    ["month": .text("\($0.month.englishName) \($0.month.year)"), "value": .text(text($0.value))]
                }), "has_readings": .flag(!course.isEmpty),
        ]
    }
}
