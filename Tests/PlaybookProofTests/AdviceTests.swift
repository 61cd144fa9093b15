import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookMarkup
import PlaybookModel
import TestSupport
import Testing

/// The advice to editors about a withheld message is true: if they follow it, the contact gets a message.
@Suite struct AdviceTests {
    @Test func followingTheAdvicePasses() async throws {
        var (followed, impossible, full, sufficient) = (0, 0, 0, 0)
        let count = Proofs.cases(of: 400, little: 20)
        for random in try RandomLibrary.read(RandomLibrary.make(count, seed: 30_000)) {
            let (ledger, library) = (try random.sent(), try await random.load(random.files))
            for selection in random.selections(of: library, ledger) where selection.status == .due {
                for contact in selection.contacts where contact.status == .withheld {
                    let place = "library \(random.seed), \(selection.month), \(contact.contact.email)"
                    let told = PlaybookDigest.advice(for: contact, at: selection, library: library)
                    let advice = try #require(told, "\(place)")
                    guard advice.hasPrefix("Needs ") else {
                        impossible += 1
                        #expect(advice.hasPrefix("Cannot pass: "), "\(place)")
                        continue
                    }
                    if advice.contains("which is full") { full += 1 }
                    guard let more = items(asAdvisedFor: contact, selection, library), !more.isEmpty else { continue }
                    let short = try #require(contact.gate?.shortfall)
                    let words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
                    let (matching, others) = (short.kpiItems, max(0, short.items - short.kpiItems))
                    let count = words[matching > 0 ? matching : others]
                    #expect(advice.hasPrefix("Needs \(count) more item"), "\(place): \(advice)")
                    if matching > 0, others > 0 {
                        #expect(advice.contains(" and \(words[others]) on any KPI"), "\(place): \(advice)")
                    }
                    let richer = library.with(snippets: library.snippets + more)
                    let run = SelectionRun(library: richer, ledger: ledger, month: selection.month)
                    let after = try #require(
                        run.selection(of: selection.account).contacts.first { $0.contact == contact.contact })
                    let added = after.chosen.filter {
                        richer.snippets[$0.snippet].id.hasPrefix("advised")
                    }
                    #expect(added.count == more.count, "\(place): \(advice)")
                    let gate = try #require(after.gate)
                    #expect(gate.shortfall.items == 0 && gate.shortfall.kpiItems == 0, "\(place): \(advice)")
                    let worth = added.reduce(0) { $0 + $1.total }
                    if short.points > 0, advice.contains(" will do") {
                        #expect(worth >= short.points, "\(place): \(advice)")
                        sufficient += 1
                    } else if short.points > 0 {
                        #expect(advice.contains("worth \(short.points) point"), "\(place): \(advice)")
                    }
                    if worth >= short.points { #expect(after.status == .ready, "\(place): \(advice)") }
                    followed += after.status == .ready ? 1 : 0
                }
            }
        }
        print("advice followed \(followed) times, impossible \(impossible), full \(full), any \(sufficient)")
        #expect(followed > 0)
        // All three are rare, so only the whole proof certainly includes them.
        if count == 400 { #expect(impossible > 0 && full > 0 && sufficient > 0) }
    }

    /// New snippets as the advice asks for them; nil if it is not about new items, or if they would take the places of others.
    private func items(asAdvisedFor contact: ContactSelection, _ selection: AccountSelection, _ library: Library)
        -> [Snippet]?
    {
        let rules = library.configuration.digest
        guard let short = contact.gate?.shortfall, let slot = selection.slot else { return nil }
        let steering = contact.contact.kpis.isEmpty ? selection.account.kpis.map(\.kpi) : contact.contact.kpis
        if short.kpiItems > 0, steering.isEmpty { return nil }
        let count = max(short.items, short.kpiItems)
        let kinds = contact.chosen.map { library.snippets[$0.snippet].kind }
        let free = Snippet.Kind.allCases.filter { $0 != .event }.flatMap { kind in
            Array(repeating: kind, count: max(0, rules.perKind - kinds.count { $0 == kind }))
        }
        guard contact.chosen.count + count <= rules.maxItems, free.count >= count else { return nil }
        return (0..<count).map { number in
            let other = library.configuration.kpis.map(\.id).first { !steering.contains($0) }
            let kpi = number < short.kpiItems ? steering[0] : other ?? steering[0]
            var snippet = Snippet(
                id: "advised-\(number)", title: "A headline", summary: "One sentence.", kind: free[number], kpis: [kpi],
                roles: [contact.contact.roles[0]],
                action: Snippet.Action(label: "See how", url: "https://helios.example/how"), publish: slot,
                body: CustomerDocument(cuttingInternalBlocksFrom: Document()))
            // Some are worth more than others. Items that the same person gets at an earlier account are not new to them.
            let others = AddressOwners(library.accounts).others(of: contact.contact.email, than: selection.account)
            if number.isMultiple(of: 2) || !others.isEmpty || !contact.contact.was.isEmpty {
                snippet.accounts = [selection.account.id]
            }
            return snippet
        }
    }
}
