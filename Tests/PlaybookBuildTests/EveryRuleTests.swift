import Foundation
import PlaybookBuild
import PlaybookCore
import TestSupport
import Testing

/// The rules of all targets, as users set them and read about them.
@Suite struct EveryRuleTests {
    static let rules = RuleRegistry.all.rules.map(\.name)

    @Test(arguments: rules) func aRuleSaysWhatItDoesAndWhy(_ name: String) throws {
        let rule = try #require(RuleRegistry.all.named(name))
        for text in [rule.summary, rule.why] { #expect(text.hasSuffix("."), "\(text)") }
        #expect(!rule.example.isEmpty && !rule.instead.isEmpty && rule.example != rule.instead)
        #expect(rule.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
        #expect(rule.explanation.contains("Why this is bad\n\(rule.why)\n"))
    }

    @Test func noTwoRulesHaveTheSameName() { #expect(Set(Self.rules).count == Self.rules.count) }

    /// A rule that is in no list cannot be set, explained or read about.
    @Test func everyRuleInTheSourceIsListed() throws {
        let sources = Places.repository.appending(path: "Sources")
        var found: Set<String> = []
        for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            for match in text.matches(of: /\bRule\(\s*"([a-z0-9-]+)"/) {
                #expect(Self.rules.contains(String(match.output.1)), "\(name)")
                found.insert(String(match.output.1))
            }
        }
        // The names of these rules are made from the kind of thing that is unknown.
        let made = ["role", "industry", "product", "stage", "kpi", "person", "account", "snippet", "voice"]
        #expect(found.union(made.map { "unknown-" + $0 }) == Set(Self.rules))
    }

    @Test func theDocumentOfTheRulesIsCurrent() throws {
        let document = RuleRegistry.all.document
        let kept = try keptText(of: Places.repository.appending(path: "docs/rules.md"), updating: document)
        #expect(document == kept, "PLAYBOOK_UPDATE_SNAPSHOTS=1 rewrites docs/rules.md")
    }
}
