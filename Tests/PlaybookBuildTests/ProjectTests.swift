import Foundation
import PlaybookBuild
import PlaybookCore
import TestSupport
import Testing

/// A project without a command: it reads folders, writes to sinks and returns findings as values.
@Suite struct ProjectTests {
    private static let content = Places.repository.appending(path: "content").path

    private func project(_ content: String = content) -> Project {
        Project(content: content) { _ in CalendarDate(days: 20_779) }
    }

    /// The outputs of a build, by the names of their folders.
    private func outputs(
        of project: Project, _ wanted: WantedOutputs = WantedOutputs(),
        accepting: ([Diagnostic]) -> Bool = { _ in true }
    ) async throws -> (made: [String: MemoryOutput], summary: BuildSummary) {
        let theme = try Theme()
        let (inputs, findings) = await project.inputs(of: try await project.load(), for: wanted, with: theme)
        var made: [String: MemoryOutput] = [:]
        let built = try await #require(inputs).build(
            findings,
            into: { name in
                let sink = MemoryOutput()
                made[name] = sink
                return sink
            }, accepting: accepting)
        return (made, built.summary)
    }

    @Test func aBuildCanBeKeptInMemory() async throws {
        let (made, summary) = try await outputs(of: project())
        #expect(made.keys.sorted() == ["_digests/2026-11", "_site"])
        #expect(made["_site"]?.files.contains { $0.path == "index.html" } == true)
        let messages = made["_digests/2026-11"]?.files.count { $0.path.hasSuffix(".eml") }
        #expect(messages == summary.digests?.messages && messages != 0)
        #expect(
            summary.text(in: "out").hasPrefix("Site: \(summary.site?.chapters ?? 0) chapters in out/_site/\nDigests: "))
    }

    @Test func onlyWhatIsWantedIsMade() async throws {
        var wanted = WantedOutputs()
        wanted.site = false
        wanted.account = "northwind-foods"
        let (made, summary) = try await outputs(of: project(), wanted)
        #expect(made.keys.sorted() == ["_digests/2026-11.northwind-foods"] && summary.site == nil)
        wanted = WantedOutputs()
        wanted.digests = false
        #expect(try await outputs(of: project(), wanted).made.keys.sorted() == ["_site"])
    }

    @Test func whoeverAsksForABuildCanRefuseIt() async throws {
        await #expect(throws: RefusedFindings.self) { try await outputs(of: project()) { _ in false } }
    }

    @Test func mistakesAreValues() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "project-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let chapters = folder.appending(path: "chapters")
        try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
        try Data("# Home\n\n[x](gone.md)\n".utf8).write(to: chapters.appending(path: "index.md"))
        let project = project(folder.path)
        let loaded = try await project.load()
        let theme = try Theme()
        #expect(loaded.findings(with: theme).map(\.rule.name) == ["broken-link"])
        let (inputs, findings) = await project.inputs(of: loaded, for: WantedOutputs(), with: theme)
        #expect(inputs == nil && findings.map(\.rule.name) == ["broken-link"])
    }
}
