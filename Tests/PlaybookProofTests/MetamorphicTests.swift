import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import TestSupport
import Testing

/// What must not matter to selection, over random libraries.
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
            let reversed = Library(
                configuration: one.configuration, chapters: one.chapters, snippets: one.snippets.reversed(),
                accounts: one.accounts.reversed(), voices: one.voices.reversed(), readings: one.readings,
                touches: one.touches.reversed())
            #expect(random.explanations(of: reversed, try random.sent()) == expected, "library \(random.seed)")
        }
    }

    /// Drafts and the like change nothing for other snippets, not even for those that they say to replace.
    @Test func snippetsThatNobodyGetsDoNotMatter() async throws {
        // The order of points is that of their rules; those who get nothing have none.
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
            let raised = Library(
                configuration: library.configuration, chapters: library.chapters,
                snippets: library.snippets.map { snippet in
                    var snippet = snippet
                    snippet.revision += 100
                    return snippet
                }, accounts: library.accounts, voices: library.voices, readings: library.readings,
                touches: library.touches)
            let pairs = zip(random.selections(of: library, ledger), random.selections(of: raised, ledger))
            for (before, after) in pairs {
                for contact in before.contacts {
                    let texts = [
                        explanationJSON(before, library: library, contact: contact.contact.email),
                        explanationJSON(after, library: raised, contact: contact.contact.email),
                    ]
                    let isSeen = contact.candidates.contains { $0.reason == .seen }
                    #expect((texts[0] == texts[1]) == !isSeen, "library \(random.seed), \(contact.contact.email)")
                    if isSeen { different += 1 } else { same += 1 }
                }
            }
        }
        #expect(same > 0 && different > 0)
    }

    @Test func touchesOutsideTheWindowsDoNotMatter() async throws {
        for random in try libraries() {
            let (ledger, library) = (try random.sent(), try await random.load(random.files))
            let caps = library.configuration.digest.caps
            for month in random.months.compactMap({ YearMonth($0) }) {
                let run = SelectionRun(library: library, ledger: ledger, month: month)
                for account in library.accounts {
                    let before = run.selection(of: account)
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
                    let more = Library(
                        configuration: library.configuration, chapters: library.chapters, snippets: library.snippets,
                        accounts: library.accounts, voices: library.voices, readings: library.readings,
                        touches: extra + library.touches)
                    let after = SelectionRun(library: more, ledger: ledger, month: month).selection(of: account)
                    #expect(
                        explanationJSON(after, library: more) == explanationJSON(before, library: library),
                        "library \(random.seed), \(account.id)")
                }
            }
        }
    }
}
