import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import TestSupport
import Testing

/// Only `Audience` implements filters 5 to 10, and it also finds the snippets that nobody can get. Here selection is compared with it, over
/// random libraries: the two must never disagree about a snippet and an account.
@Suite struct AudienceTests {
    private struct Explanation: Decodable {
        struct Contact: Decodable { let candidates: [Candidate] }
        struct Candidate: Decodable {
            let snippet: String
            let reason: String?
        }

        let account: String
        let contacts: [Contact]
    }

    private struct Expectation { let condition: Audience.Condition? }

    @Test func selectionAndTheCheckOfReadersAgree() async throws {
        var seen: Set<String> = []
        for random in try RandomLibrary.read(RandomLibrary.make(Proofs.cases(of: 200, little: 20), seed: 40_000)) {
            let library = try await random.load(random.files)
            var numbers = AudienceNumbers()
            let profiles = Dictionary(
                uniqueKeysWithValues: library.accounts.map {
                    ($0.id, numbers.profile(of: $0, library.configuration))
                })
            let audiences = Dictionary(
                uniqueKeysWithValues: library.snippets.map { ($0.id, Audience(of: $0, numbers)) })
            for line in random.explanations(of: library, try random.sent()) {
                let explanation = try JSONDecoder().decode(Explanation.self, from: Data(line.utf8))
                let profile = try #require(profiles[explanation.account])
                for candidate in explanation.contacts.flatMap(\.candidates) {
                    guard let expected = Self.expectation(of: candidate.reason) else { continue }
                    let audience = try #require(audiences[candidate.snippet])
                    let unmet = audience.unmet(by: explanation.account, profile)
                    #expect(
                        unmet.first == expected.condition,
                        "library \(random.seed): \(candidate.snippet) for \(explanation.account)")
                    #expect(audience.fits(profile) == unmet.allSatisfy { $0 == .accounts })
                    seen.insert(expected.condition?.rawValue ?? "all met")
                }
            }
        }
        // A proof that did not see all of these filters would prove less than it says.
        #expect(seen == Set(Audience.Condition.allCases.map(\.rawValue) + ["all met"]))
    }

    /// The first condition that is not met if selection stops a snippet for this reason: none for the filters after these. Nil if an earlier
    /// filter has stopped the snippet, because that says nothing about the conditions.
    private static func expectation(of reason: String?) -> Expectation? {
        switch reason {
        case "DRAFT", "NOT_YET", "EXPIRED", "CLAIM_EXPIRED": nil
        case "OTHER_ACCOUNT": Expectation(condition: .accounts)
        case "INDUSTRY": Expectation(condition: .industries)
        case "REGION": Expectation(condition: .regions)
        case "STAGE": Expectation(condition: .stages)
        case "LANGUAGE": Expectation(condition: .language)
        case "PRODUCT": Expectation(condition: .products)
        default: Expectation(condition: nil)
        }
    }
}
