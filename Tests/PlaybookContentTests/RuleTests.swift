import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Every rule, on a folder in which it finds something and on a folder in which it almost does.
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

    @Test func everyFixtureBelongsToARule() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: FixtureFolder.root.appending(path: "Rules").path)
        #expect(Set(folders).subtracting(["base"]) == Set(Self.rules))
        #expect(Set(Self.rules).count == Self.rules.count)
    }
}
