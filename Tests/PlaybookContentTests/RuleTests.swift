import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Every rule, on a folder where it finds something and on one where it nearly does.
@Suite struct RuleTests {
    static let rules = Rule.content.map(\.name)

    @Test(arguments: rules) func aRuleFindsExactlyWhatIsMarked(_ rule: String) async throws {
        let folder = try FixtureFolder("Rules/\(rule)/found", base: "Rules/base")
        #expect(folder.marks.contains { $0.rule == rule })
        let found = try await folder.load().diagnostics.map(mark)
        #expect(found.sorted().filter { $0.rule == rule } == folder.marks.filter { $0.rule == rule })
        let others = found.filter { $0.rule != rule }
        #expect(others.isEmpty, "\(others)")
    }

    @Test(arguments: rules) func aNearMissIsNoFinding(_ rule: String) async throws {
        let folder = try FixtureFolder("Rules/\(rule)/near-miss", base: "Rules/base")
        #expect(folder.marks.isEmpty)
        let found = try await folder.load().diagnostics.map(mark)
        #expect(found.isEmpty, "\(found)")
    }

    @Test(arguments: Rule.all.map(\.name)) func aRuleSaysWhatItDoesAndWhy(_ name: String) throws {
        let rule = try #require(Rule.named(name))
        for text in [rule.summary, rule.why] { #expect(text.hasSuffix("."), "\(text)") }
        #expect(!rule.example.isEmpty && !rule.instead.isEmpty && rule.example != rule.instead)
        #expect(rule.name.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
        #expect(rule.explanation.contains("Why is this bad\n\(rule.why)\n"))
    }

    /// A rule that is in no list cannot be set, explained or read about.
    @Test func everyRuleInTheSourceIsListed() throws {
        let sources = Places.repository.appending(path: "Sources")
        let listed = Set(Rule.all.map(\.name))
        for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path) where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            for match in text.matches(of: /\bRule\(\s*"([a-z0-9-]+)"/) {
                #expect(listed.contains(String(match.output.1)), "\(name)")
            }
        }
    }

    @Test func everyFixtureBelongsToARule() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: FixtureFolder.root.appending(path: "Rules").path)
        #expect(Set(folders).subtracting(["base"]) == Set(Self.rules))
        #expect(Set(Self.rules).count == Self.rules.count)
    }

    @Test func theDocumentOfTheRulesIsCurrent() throws {
        try expectSnapshot(ruleDocument(), at: Places.repository.appending(path: "docs/rules.md"))
    }
}

/// Holds a text against the file where it was kept; with PLAYBOOK_UPDATE_SNAPSHOTS set, keeps it there.
func expectSnapshot(_ text: String, at file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["PLAYBOOK_UPDATE_SNAPSHOTS"] != nil {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    let kept = Places.exists(file) ? String(decoding: try Data(contentsOf: file), as: UTF8.self) : ""
    #expect(
        text == kept, "PLAYBOOK_UPDATE_SNAPSHOTS=1 rewrites \(file.lastPathComponent)", sourceLocation: sourceLocation)
}
