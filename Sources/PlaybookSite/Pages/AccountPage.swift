import PlaybookCore
import PlaybookModel
import PlaybookTemplates

extension PageBuilder {
    /// The list of accounts; nil if the site shows no accounts.
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

    /// The page of an account, to read before a call: the state of its KPIs, its people, what they asked, and which
    /// holds apply.
    func record(of account: Account) -> PageTemplateRecord {
        let folder = shelves.folder(.accounts, account.id)
        let list = Listing.Entry(title: "Accounts", folder: shelves.folder(.accounts))
        var record = madePage(folder: folder, title: account.name, description: nil, crumbs: [list])
        record.owner = person(account.owner)
        record.stage = account.stage.map(capitalised)
        let configuration = library.configuration
        record.account = AccountRecord(
            kpis: account.kpis.compactMap { target in
                configuration.kpi(target.kpi).map { kpi(target, $0, account) }
            },
            contacts: contacts(of: account),
            products: account.products.keys.sortedByBytes().map { id in
                AccountRecord.Product(title: configuration.products.title(id), version: account.products[id]?.text)
            },
            voices: voices(of: account),
            holds: account.activeHolds(on: asOf, configuration: configuration).map { hold in
                AccountRecord.Hold(
                    kind: capitalised(hold.kind.rawValue), from: longDate(hold.from), until: hold.until.map(longDate),
                    closed: hold.closed.map(longDate), incident: hold.incident, note: hold.note,
                    owner: person(hold.owner))
            },
            facts: facts(of: account), touches: touches(of: account), month: month(of: account, folder: folder))
        return page(record, folder: folder)
    }

    private func contacts(of account: Account) -> [AccountRecord.Contact] {
        let configuration = library.configuration
        let planned = plan?.accounts[account.id]?.contacts ?? []
        return account.contacts.map { contact in
            let plan = planned.first { $0.email == contact.email }
            return AccountRecord.Contact(
                name: contact.name, email: contact.email,
                roles: contact.roles.map(configuration.roles.title).joined(separator: ", "),
                kpis: contact.kpis.map { configuration.kpi($0)?.title ?? $0 }.joined(separator: ", "),
                status: plan?.suppression ?? (contact.status == .active ? nil : contact.status.rawValue),
                also: plan.flatMap { $0.alsoAt.isEmpty ? nil : $0.alsoAt.joined(separator: ", ") })
        }
    }

    private func voices(of account: Account) -> [AccountRecord.Voice] {
        library.voices.filter { $0.account == account.id && $0.state == .open }.map { voice in
            AccountRecord.Voice(
                kind: capitalised(voice.kind.rawValue), date: longDate(voice.date),
                contact: voice.contact.map { email in
                    account.contacts.first { $0.email == email }?.name ?? email
                },
                body: voice.body.document.pageHTML)
        }
    }

    /// Facts that identify the customer, and how often messages to them are due.
    private func facts(of account: Account) -> [FactRecord] {
        let configuration = library.configuration
        let months = account.cadence.everyMonths
        let facts: [(String, String?)] = [
            ("Industry", account.industry.map(configuration.industries.title)), ("Region", account.region),
            ("Language", account.language), ("Due", months == 1 ? "every month" : "every \(months) months"),
            ("Deputy", account.deputy.map { configuration.people[$0]?.name ?? $0 }),
            ("Agreement", account.agreement.map(agreement)),
        ]
        return facts.compactMap { name, value in value.map { FactRecord(name: name, value: $0) } }
    }

    private func agreement(_ agreement: Account.Agreement) -> String {
        let notice = agreement.noticeDays.map { ", notice by \(longDate(agreement.ends.adding(days: -$0)))" } ?? ""
        return "ends \(longDate(agreement.ends))" + notice
    }

    /// The last few touches by any channel, the newest first.
    private func touches(of account: Account) -> [AccountRecord.Touch] {
        let touches = library.touches.filter { $0.account == account.id && $0.date <= asOf }
        return touches.reversed().prefix(6).map { touch in
            let name = account.contacts.first { $0.email == touch.contact }?.name
            return AccountRecord.Touch(
                date: shortDate(touch.date), channel: capitalised(touch.channel.rawValue),
                contact: name ?? touch.contact, note: touch.note)
        }
    }

    private func kpi(_ target: Account.Target, _ kpi: KPI, _ account: Account) -> AccountRecord.KPI {
        let course = library.readings.course(account: account.id, kpi: kpi.id, until: asOf.yearMonth).suffix(12)
        func text(_ value: Decimal6) -> String { "\(value) \(kpi.unit)" }
        let latest = course.last.map { text($0.value) }
        let goal = target.target.map(text)
        var misses: Bool?
        if let last = course.last, let target = target.target { misses = kpi.misses(last.value, target: target) }
        var change: String?
        if let last = course.last, let before = course.dropLast().last {
            let difference = (last.value - before.value).magnitude
            let isBetter = kpi.isBetter(last.value, than: before.value)
            let month = before.month.englishName
            // The difference between two percentages is given in points and not as a percentage.
            let amount = kpi.unit == "%" ? "\(difference) points" : text(difference)
            change =
                difference.millionths == 0
                ? "as in \(month)" : "\(amount) \(isBetter ? "better" : "worse") than in \(month)"
        }
        let label = "\(kpi.title), latest \(latest ?? "unknown")" + (goal.map { ", target \($0)" } ?? "")
        func name(_ month: YearMonth) -> String { "\(month.englishName) \(month.year)" }
        return AccountRecord.KPI(
            title: kpi.title, value: latest, target: goal, state: misses.map { $0 ? "off target" : "on target" },
            isOffTarget: misses ?? false, change: change, month: course.last.map { name($0.month) },
            chart: Array(trendChart(course, target: target.target, label: label).utf8),
            readings: course.reversed().map { AccountRecord.Reading(month: name($0.month), value: text($0.value)) })
    }
}
