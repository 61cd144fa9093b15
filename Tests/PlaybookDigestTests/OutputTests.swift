import Foundation
import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

/// Accounts with contacts of every kind, made from a seed. The same seed gives the same world.
private func crowd(_ seed: UInt64) -> World {
    var state = seed
    func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
    let roles = ["maintenance", "operator", "it-ot"]
    return World.rich.with { world in
        world.others += (0..<30).map { index in
            let kind = Snippet.Kind.allCases[next(6)]
            var snippet = makeSnippet(
                "s\(index)", kind: kind, markdown: "Größe {{account.name}} *x* [l](https://l.example/\(index))")
            if kind == .event { snippet.setEvent("2026-11-2\(next(9))") }
            snippet.roles = [roles[next(3)]]
            snippet.kpis = [["downtime", "oee"][next(2)]]
            if next(3) == 0 { snippet.supersedes = ["s\(next(30))"].filter { $0 > snippet.id } }
            if next(4) == 0 { snippet.products = ["gateway"] }
            return snippet
        }
        world.otherAccounts = (0..<40).map { index in
            var account = Account(id: "account-\(index)", name: "Kunde № \(index)")
            account.kpis = [Account.Target(kpi: "oee", target: Decimal6("85"))]
            account.products = next(2) == 0 ? ["gateway": version("4")] : [:]
            account.timeZone = ["Europe/Berlin", "America/New_York"][next(2)]
            account.contacts = (0...next(4)).map { number in
                Account.Contact(
                    name: "Pérson, \(number)", email: "p\(number)@a\(index).example", roles: [roles[next(3)]],
                    status: next(6) == 0 ? .left : .active)
            }
            return account
        }
        world.touches = (0..<20).map { _ in
            touch("2026-10-2\(next(9))", contact: "p0@a\(next(40)).example", at: "account-\(next(40))")
        }
        world.entries = (0..<60).map { _ in
            let account = next(40)
            return sent("s\(next(30))", to: "p\(next(4))@a\(account).example", at: "account-\(account)")
        }
    }
}

@Suite("Files of a month")
struct OutputTests {
    @Test func files() async throws {
        let digests = try await World.rich.digests()
        #expect(
            digests.files.map(\.path) == [
                "manifest.json", "northwind/ana@northwind.example.eml", "northwind/ana@northwind.example.html",
            ])
        #expect(digests.messageCount == 1)
    }

    @Test func manifest() async throws {
        let world = World.rich.with {
            $0.account.contacts.append(Account.Contact(name: "J", email: "j@northwind.example", roles: ["it-ot"]))
            $0.account.contacts.append(Account.Contact(name: "K", email: "k@northwind.example", status: .left))
        }
        let digests = try await world.digests()
        let manifest = try #require(digests.files.first)
        let value = try JSONSerialization.jsonObject(with: Data(manifest.bytes))
        let entries = try #require(value as? [[String: Any]])
        #expect(entries.map { $0["status"] as? String } == ["ready", "withheld", "suppressed"])
        #expect(entries.map { $0["contact"] as? String }.last == "k@northwind.example")
        let message = digests.files[1]
        let first = entries[0]
        #expect(first["path"] as? String == "northwind/ana@northwind.example.eml")
        #expect(first["bytes"] as? Int == message.bytes.count)
        #expect(first["sha256"] as? String == sha256(message.bytes))
        #expect(
            first["subject"] as? String
                == "Northwind Foods, November: nine days' warning on bearing failures, and 2 more")
        #expect(first["why"] is NSNull)
        let items = try #require(first["items"] as? [[String: Any]])
        #expect(items.map { $0["snippet"] as? String } == ["alerts", "tour", "report"])
        #expect(
            items[0]["points"] as? [String: Int] == [
                "names_account": 30, "answers_request": 50, "kpi_match": 40, "kpi_off_target": 20, "primary_role": 10,
                "freshness": 8,
            ])
        #expect(entries[1]["path"] is NSNull)
        #expect((entries[1]["why"] as? String)?.hasPrefix("Needs ") == true)
        #expect(
            Set(entries[0].keys) == [
                "account", "contact", "status", "items", "subject", "message_id", "bytes", "sha256", "path", "why",
            ])
    }

    @Test(arguments: [
        ("ana.silva@northwind.example", "ana.silva@northwind.example"), ("..", "=2E."), (".hidden", "=2Ehidden"),
        ("a/b", "a=2Fb"), ("../../etc/passwd", "=2E.=2F..=2Fetc=2Fpasswd"), ("A", "=41"), ("a=41", "a=3D41"),
        ("é", "=C3=A9"), ("a b\0", "a=20b=00"), ("c:\\x", "c=3A=5Cx"), ("a+b_c-d", "a+b_c-d"),
    ])
    func safeNames(_ name: String, _ expected: String) { #expect(safeName(name) == expected) }

    @Test func longNamesStayShortAndApart() {
        let names = (0..<3).map { String(repeating: "x", count: 300) + "\($0)" }
        #expect(Set(names.map(safeName)).count == 3)
        #expect(names.allSatisfy { safeName($0).utf8.count < 200 })
    }

    /// The bytes are the same on every run, whatever the order in which the content was read.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func sameBytes(_ seed: UInt64) async throws {
        let world = crowd(seed)
        let first = try await world.digests()
        #expect(first.messageCount > 10)
        #expect(first.diagnostics == [])
        #expect(try await world.digests().files == first.files)
        let shuffled = world.with {
            $0.others.reverse()
            $0.otherAccounts.reverse()
            $0.touches.reverse()
            $0.entries.reverse()
            $0.voices.reverse()
            $0.readings.reverse()
        }
        #expect(try await shuffled.digests().files == first.files)
        for account in world.library.accounts {
            let lines = [world, shuffled].map { world in
                let run = SelectionRun(
                    library: world.library, ledger: Ledger(entries: world.entries), month: world.month)
                return explanationJSON(run.explanation(of: account), library: world.library)
            }
            #expect(lines[0] == lines[1])
        }
    }

    /// An independent reader finds no defect in any of them.
    @Test func allMessagesAreCorrect() async throws {
        let messages = try await crowd(4).digests().files.filter { $0.path.hasSuffix(".eml") }
        let read = try readByPython(messages.map(\.bytes))
        #expect(read.count == messages.count && read.allSatisfy { $0.defects == [] })
        #expect(Set(read.compactMap { $0.header("Message-ID") }).count == messages.count)
    }

    /// Properties that hold for all content (README.md, "What it is for"; docs/selection.md, sections 4 and 7).
    @Test(arguments: 10...30 as ClosedRange<UInt64>)
    func properties(_ seed: UInt64) {
        let world = crowd(seed)
        let library = world.library
        let ledger = Ledger(entries: world.entries)
        for selection in select(from: library, ledger: ledger, month: world.month) {
            for contact in selection.contacts where contact.gate != nil {
                let items = contact.chosen.map { library.snippets[$0.snippet] }
                #expect(contact.candidates.count == library.snippets.count)
                #expect(contact.status == .withheld || items.count >= 2)
                #expect(items.count <= 5)
                #expect(Dictionary(grouping: items, by: \.kind).values.allSatisfy { $0.count <= 2 })
                for item in items {
                    #expect(!Set(item.roles).isDisjoint(with: contact.contact.roles))
                    #expect(item.accounts?.contains(selection.account.id) ?? true)
                    let entry = sent(item.id, to: contact.contact.email, at: selection.account.id)
                    #expect(!world.entries.contains(entry))
                }
            }
        }
    }

    /// A selection is the same as its explanation without the list, and the counts of a month are those of the lists.
    @Test(arguments: 10...20 as ClosedRange<UInt64>)
    func aSelectionIsItsExplanation(_ seed: UInt64) {
        let world = crowd(seed)
        let run = SelectionRun(library: world.library, ledger: Ledger(entries: world.entries), month: world.month)
        var tally = ReasonTally(snippets: world.library.snippets.count)
        var counts = Array(repeating: [Reason: Int](), count: world.library.snippets.count)
        for account in world.library.accounts {
            let selection = run.selection(of: account) { tally.add($0, $1) }
            let explanation = run.explanation(of: account)
            #expect(selection.status == explanation.status && selection.slot == explanation.slot)
            for (one, other) in zip(selection.contacts, explanation.contacts) {
                #expect(one.status == other.status && one.gate == other.gate && one.chosen == other.chosen)
                #expect(one.candidates.isEmpty)
                let chosen = other.candidates.filter { $0.verdict == .chosen }
                #expect(Set(chosen) == Set(other.chosen))
                for candidate in other.candidates {
                    if let reason = candidate.reason { counts[candidate.snippet][reason, default: 0] += 1 }
                }
            }
        }
        for (snippet, expected) in counts.enumerated() {
            let found = tally.counts(of: snippet).map { ($0.reason, $0.readers) }
            #expect(Dictionary(uniqueKeysWithValues: found) == expected)
        }
    }

    /// A runway that was found from few contacts is the same as the one from all contacts.
    @Test(arguments: 10...40 as ClosedRange<UInt64>)
    func longRunwaysAreLong(_ seed: UInt64) {
        let world = crowd(seed).with { world in
            if seed % 2 == 0 { for index in world.others.indices { world.others[index].answers = [] } }
            world.snippet.answers = seed % 2 == 0 ? [] : world.snippet.answers
            world.configuration.digest.gate.points = Int(seed % 3) * 40
            world.configuration.digest.maxItems = 2
        }
        let run = SelectionRun(library: world.library, ledger: Ledger(entries: world.entries), month: world.month)
        var runways = Runways(run)
        for account in world.library.accounts where !runways.isSharing(account) {
            let selection = run.selection(of: account)
            if runways.isLong(after: selection) { #expect(runways.allMonths(after: selection) == 2) }
        }
    }

    @Test(arguments: [
        (0, []), (80, []), (81, ["large-message"]), (100, ["large-message"]), (101, ["message-too-large"]),
    ])
    func sizes(_ kilobytes: Int, _ rules: [String]) {
        let diagnostics = sizeDiagnostics(kilobytes * 1_024, to: "a", at: Place(file: "f"))
        #expect(diagnostics.map(\.rule.name) == rules)
    }

    @Test func aMessageThatIsTooLargeIsNotWritten() async throws {
        let digests = try await World.rich.with {
            $0.snippet.setBody(String(repeating: "word ", count: 25_000))
        }.digests()
        #expect(digests.diagnostics.map(\.rule) == [.messageTooLarge])
        #expect(digests.diagnostics[0].place.file == "accounts/northwind.yml")
        #expect(digests.files.map(\.path) == ["manifest.json"])
    }

    @Test func withoutACompany() async throws {
        let digests = try await World.rich.with { $0.configuration.company = nil }.digests()
        #expect(digests.diagnostics.map(\.rule) == [.missingCompany])
        #expect(digests.files == [])
    }

    @Test func withoutAccounts() async throws {
        let sink = MemoryOutput()
        let digests = try await digests(
            of: Library(configuration: Configuration()), ledger: .empty, month: YearMonth(year: 2026, month: 11),
            templates: try smallTemplates(), into: sink)
        #expect(digests.diagnostics == [])
        #expect(sink.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["[]\n"])
    }

    @Test(arguments: [("de", true), ("de-AT", true), ("en_GB", false), ("", false), ("e n", false), ("de-", false)])
    func languages(_ language: String, _ isTag: Bool) async throws {
        let digests = try await World.rich.with { $0.account.language = language }.digests()
        #expect(digests.diagnostics.map(\.rule) == (isTag ? [] : [.invalidHeaderValue]))
    }

    @Test func anUnknownTimeZone() async throws {
        let digests = try await World.rich.with { $0.account.timeZone = "Europe/Stuttgart" }.digests()
        #expect(digests.diagnostics.map(\.rule) == [.invalidHeaderValue])
    }
}
