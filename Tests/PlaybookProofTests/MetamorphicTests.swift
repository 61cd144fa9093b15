import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import TestSupport
import Testing

/// Changes that must not matter to selection, over random libraries.
@Suite struct MetamorphicTests {
    private func libraries() throws -> [RandomLibrary] {
        try RandomLibrary.read(RandomLibrary.make(Proofs.cases(of: 200, little: 10), seed: 20_000))
    }

    @Test func orderDoesNotMatter() async throws {
        for random in try libraries() {
            let (one, other) = (try await random.load(random.files), try await random.load(random.shuffled))
            let expected = random.explanations(of: one, try random.sent())
            #expect(
                random.explanations(of: other, try random.sent(reversed: true)) == expected, "library \(random.seed)")
            let reversed = one.with(
                snippets: one.snippets.reversed(), accounts: one.accounts.reversed(), voices: one.voices.reversed(),
                touches: one.touches.reversed(), suppressions: one.suppressions.reversed())
            #expect(random.explanations(of: reversed, try random.sent()) == expected, "library \(random.seed)")
        }
    }

    /// Drafts and the like change nothing for other snippets, not even for those that they claim to supersede.
    @Test func snippetsThatNobodyGetsDoNotMatter() async throws {
        // Points are in the order of their rules; snippets that nobody gets have none.
        let filtered = try Regex(
            #"\{"snippet": "ineligible-[a-z-]+", "verdict": "filtered", "reason": "[A-Z_]+", "points": \{\}, "total": 0\}(, )?"#
        )
        for random in try libraries() {
            let ledger = try random.sent()
            let expected = random.explanations(of: try await random.load(random.files), ledger)
            let more = random.files.merging(random.ineligible) { $1 }
            let found = random.explanations(of: try await random.load(more), ledger).map {
                $0.replacing(filtered, with: "").replacing("}, ]", with: "}]")
            }
            #expect(found == expected, "library \(random.seed)")
        }
    }

    @Test func revisionsMatterOnlyWhereSeen() async throws {
        var (same, different) = (0, 0)
        for random in try libraries() {
            let (ledger, library) = (try random.sent(), try await random.load(random.files))
            let raised = library.with(
                snippets: library.snippets.map { snippet in
                    var snippet = snippet
                    snippet.revision += 100
                    return snippet
                })
            let pairs = zip(random.selections(of: library, ledger), random.selections(of: raised, ledger))
            for (before, after) in pairs {
                for contact in before.contacts {
                    let texts = [
                        explanationJSON(before, library: library, contact: contact.contact.email),
                        explanationJSON(after, library: raised, contact: contact.contact.email),
                    ]
                    let isSeen = contact.candidates.contains { $0.reason == .seen }
                    // An item in a message of this month at another account counts as seen in any revision.
                    let isStillSeen = after.contacts.contains { other in
                        other.contact == contact.contact && other.candidates.contains { $0.reason == .seen }
                    }
                    if isStillSeen { continue }
                    // If a message at one account changes, what the same address gets at the next account can change too.
                    let isShared = AddressOwners(library.accounts).others(
                        of: contact.contact.email, than: before.account)
                    if !isShared.isEmpty || !contact.contact.was.isEmpty { continue }
                    #expect((texts[0] == texts[1]) == !isSeen, "library \(random.seed), \(contact.contact.email)")
                    if isSeen { different += 1 } else { same += 1 }
                }
            }
        }
        #expect(same > 0)
        // Few libraries have a contact for whom it is seen and not shared, so only the whole proof certainly includes one.
        if same + different > 1_000 { #expect(different > 0) }
    }

    @Test func touchesOutsideTheWindowsDoNotMatter() async throws {
        for random in try libraries() {
            let (ledger, library) = (try random.sent(), try await random.load(random.files))
            let caps = library.configuration.digest.caps
            for month in random.months.compactMap({ YearMonth($0) }) {
                let run = SelectionRun(library: library, ledger: ledger, month: month, asOf: random.asOf(month))
                for account in library.accounts {
                    let before = run.explanation(of: account)
                    guard let slot = before.slot else { continue }
                    let days = [1, 400, -max(caps.contactDays, caps.accountDays), -365 * 3]
                    let extra = account.contacts.flatMap { contact in
                        days.flatMap { day in
                            Touch.Channel.allCases.map {
                                Touch(
                                    date: CalendarDate(days: slot.days + day), account: account.id,
                                    contact: contact.email, channel: $0)
                            }
                        }
                    }
                    let more = library.with(touches: extra + library.touches)
                    let run = SelectionRun(library: more, ledger: ledger, month: month, asOf: random.asOf(month))
                    let after = run.explanation(of: account)
                    // A digest of the month, even after the slot, shows that nothing is late.
                    let texts = [explanationJSON(after, library: more), explanationJSON(before, library: library)].map {
                        $0.replacing(/"timing": "(late|missed)"/, with: "\"timing\": null")
                    }
                    #expect(texts[0] == texts[1], "library \(random.seed), \(account.id)")
                }
            }
        }
    }
}
