import PlaybookCore
import PlaybookMarkup
import PlaybookModel

@testable import PlaybookDigest

/// A small library that tests change: one account, one contact, one snippet that passes every filter. The month is
/// November 2026; its slot is Wednesday, 2026-11-04.
struct World: Sendable {
    var configuration = Configuration()
    var account = Account(id: "northwind", name: "Northwind Foods")
    var otherAccounts: [Account] = []
    var snippet = makeSnippet("it")
    var others: [Snippet] = []
    var voices: [VoiceRecord] = []
    var touches: [Touch] = []
    var readings: [(month: String, value: String)] = []
    var entries: [Ledger.Entry] = []
    var suppressions: [Suppression] = []
    /// Addresses that are suppressed in the ledger.
    var closed: [Suppression] = []
    var answers: [Ledger.Answer] = []
    var asOf: CalendarDate?
    var month = YearMonth(year: 2026, month: 11)

    init() {
        configuration.timeZone = "Europe/Berlin"
        configuration.company = Configuration.Company(
            name: "Helios Controls", postalAddress: "12 Werkstrasse, 70565 Stuttgart, Germany",
            from: Mailbox(name: "Helios Controls", email: "digest@helios.example"), replyTo: "voice@helios.example",
            messageIDDomain: "mail.helios.example",
            unsubscribe: Configuration.Unsubscribe(mailto: "unsubscribe@helios.example"))
        configuration.people = ["priya": Person(name: "Priya Raman", email: "priya@helios.example")]
        configuration.roles = Vocabulary([
            ("maintenance", "Maintenance"), ("operator", "Operator"), ("it-ot", "IT / OT"),
        ])
        configuration.products = Vocabulary([("gateway", "Edge Gateway"), ("monitor", "Line Monitor")])
        configuration.kpis = [
            KPI(id: "downtime", title: "Unplanned downtime", unit: "h/month", better: .lower),
            KPI(id: "oee", title: "OEE", unit: "%", better: .higher),
        ]
        account.industry = "food"
        account.region = "DE"
        account.stage = "adopt"
        account.owner = "priya"
        account.products = ["gateway": version("4.2")]
        account.kpis = [Account.Target(kpi: "downtime", target: Decimal6("6"))]
        account.contacts = [
            Account.Contact(name: "Ana Silva", email: "ana@northwind.example", roles: ["maintenance", "operator"])
        ]
    }

    var library: Library {
        var course = Readings()
        for reading in readings {
            guard let month = YearMonth(reading.month), let value = Decimal6(reading.value) else {
                preconditionFailure("\(reading) is no reading")
            }
            course.add(Readings.Reading(month: month, value: value), account: account.id, kpi: "downtime")
        }
        return Library(
            configuration: configuration, snippets: [snippet] + others, accounts: [account] + otherAccounts,
            voices: voices, readings: course, touches: touches, suppressions: suppressions)
    }

    var ledger: Ledger { Ledger(entries: entries, suppressions: closed, answers: answers) }

    var selection: AccountSelection? {
        select(from: library, ledger: ledger, month: month, asOf: asOf).first { $0.account.id == account.id }
    }

    /// The account's first contact.
    var contact: ContactSelection? { selection?.contacts.first }

    func candidate(_ id: String = "it") -> Candidate? {
        let snippets = library.snippets
        return contact?.candidates.first { snippets[$0.snippet].id == id }
    }

    /// Ids of the chosen snippets, in the order of the message.
    var chosen: [String] {
        let snippets = library.snippets
        guard let contact else { return [] }
        return contact.chosen.map { snippets[$0.snippet].id }
    }

    /// The points of a snippet as `name=points`, in order.
    func points(_ id: String = "it") -> [String] {
        candidate(id)?.points.map { "\($0.name.rawValue)=\($0.points)" } ?? []
    }

    /// This world after a change.
    func with(_ change: (inout World) -> Void) -> World {
        var world = self
        change(&world)
        return world
    }
}

/// A named change of the world and what it leads to, for a table of cases.
struct Case<Expected: Sendable>: Sendable, CustomStringConvertible {
    let description: String
    let expected: Expected
    let world: World

    init(_ description: String, _ expected: Expected, _ change: (inout World) -> Void = { _ in }) {
        self.description = description
        self.expected = expected
        world = World().with(change)
    }
}

func makeSnippet(
    _ id: String, kind: Snippet.Kind = .upgrade, title: String? = nil, markdown: String = "Two sentences. Of value."
) -> Snippet {
    var snippet = Snippet(
        id: id, title: title ?? "Title of \(id)", summary: "What \(id) says in one sentence.", kind: kind,
        kpis: ["downtime"], roles: ["maintenance"],
        action: Snippet.Action(label: "Book it", url: "https://helios.example/\(id)"), publish: date("2026-10-15"),
        body: CustomerDocument(cuttingInternalBlocksFrom: Document()))
    snippet.setBody(markdown)
    return snippet
}

extension Snippet {
    mutating func setBody(_ markdown: String) {
        let bytes = Array(markdown.utf8)
        let document = Document(parsing: bytes)
        body = CustomerDocument(cuttingInternalBlocksFrom: document)
        fields = document.mergeFields(in: bytes)
    }
}

func makeVoice(_ id: String, account: String = "northwind", state: VoiceRecord.State = .open) -> VoiceRecord {
    let said = Document(parsing: Array("Can the alerts\nbe *less* noisy?".utf8))
    return VoiceRecord(
        id: id, account: account, contact: "ana@northwind.example", date: date("2026-10-12"), kind: .request,
        state: state, body: CustomerDocument(cuttingInternalBlocksFrom: said))
}

func sent(
    _ snippet: String, month: String = "2026-10", revision: Int = 1, to contact: String = "ana@northwind.example",
    at account: String = "northwind", state: Ledger.State = .accepted, on day: String? = nil
) -> Ledger.Entry {
    guard let month = YearMonth(month) else { preconditionFailure("\(month) is no month") }
    return Ledger.Entry(
        account: account, contact: contact, snippet: snippet, revision: revision, month: month, state: state,
        date: day.map { date($0) } ?? month.firstDay)
}

func suppression(_ reason: Suppression.Reason, of address: String = "Ana@northwind.example") -> Suppression {
    Suppression(address: address, reason: reason, date: date("2026-01-05"))
}

/// "Not for us", unless another answer is given.
func answer(
    to snippet: String = "it", by contact: String = "ana@northwind.example", on day: String = "2026-10-10",
    _ kind: Ledger.Answer.Kind = .notForUs
) -> Ledger.Answer {
    Ledger.Answer(contact: contact, snippet: snippet, kind: kind, date: date(day))
}

/// Another account with the first contact's address, in different case, and with the same slot.
func other(_ id: String = "contoso", status: Account.Contact.Status = .active) -> Account {
    var account = Account(id: id, name: "Contoso")
    account.kpis = [Account.Target(kpi: "downtime")]
    account.contacts = [
        Account.Contact(
            name: "Ana Silva", email: "Ana@Northwind.example", roles: ["maintenance"], kpis: [], status: status)
    ]
    return account
}

func touch(
    _ day: String, _ channel: Touch.Channel = .digest, contact: String? = "ana@northwind.example",
    at account: String = "northwind"
) -> Touch {
    Touch(date: date(day), account: account, contact: contact, channel: channel)
}

func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
    return date
}

func version(_ text: String) -> Version {
    guard let version = Version(text) else { preconditionFailure("\(text) is no version") }
    return version
}
