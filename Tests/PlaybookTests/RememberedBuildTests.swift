import Foundation
import TestSupport
import Testing

/// The record that a build leaves for the next one (docs/output.md, "What a build remembers").
@Suite struct RememberedBuildTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        // A change just before a build cannot be distinguished from a change just after it, so such builds are not
        // remembered.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: file.path)
    }

    /// Writes a file, and waits until a build can tell the change from a later one.
    private func edit(_ name: String, _ text: String) throws {
        try write(text, to: name)
        Thread.sleep(forTimeInterval: 0.1)
    }

    private func build(_ arguments: [String] = []) throws -> Program.Outcome {
        try Program.run(["build", "--as-of", "2026-11-22"] + arguments, in: folder)
    }

    private func start() throws {
        try write("# Home\n\n[x](gone.md)\n", to: "content/chapters/index.md")
        try write("# Other\n", to: "content/chapters/other.md")
        // By then the changes are old enough.
        Thread.sleep(forTimeInterval: 0.1)
        #expect(try build(["--rule", "broken-link=warning"]).code == 0)
    }

    private func inode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
        return try #require(attributes[.systemFileNumber] as? Int)
    }

    @Test func nothingIsMadeWhereNothingHasChanged() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try start()
        let (site, first) = (try inode("_site"), try build(["--rule", "broken-link=warning", "--fresh"]))
        #expect(try inode("_site") != site)
        let (again, second) = (try inode("_site"), try build(["--rule", "broken-link=warning"]))
        // It is the same folder, and not a new one in its place.
        #expect(try inode("_site") == again)
        #expect(second.output == first.output && second.errors == first.errors && second.errors.contains("broken-link"))
    }

    @Test func findingsThatAreRememberedCountLikeOthers() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try start()
        let strict = try build(["--rule", "broken-link=warning", "--strict"])
        #expect(strict.code == 1 && strict.errors.contains("--strict is given") && strict.output.isEmpty)
        #expect(try build().code == 1, "another severity is another build")
        let json = try build(["--rule", "broken-link=warning", "--format", "json"])
        #expect(json.code == 0 && json.errors.contains("\"rule\"") && json.output.contains("\"warnings\": 1"))
    }

    @Test func unchangedFilesStayTheSameFiles() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try start()
        let (home, style) = (try inode("_site/index.html"), try inode("_site/robots.txt"))
        try write("# Home\n\nAnother text.\n", to: "content/chapters/index.md")
        #expect(try build().code == 0)
        #expect(try inode("_site/index.html") != home)
        #expect(try inode("_site/robots.txt") == style)
    }

    /// Pages and messages that the build made, as its timings count them.
    private func made(_ arguments: [String] = []) throws -> (pages: Int, messages: Bool, outcome: Program.Outcome) {
        let outcome = try build(["--format", "json", "--timings"] + arguments)
        struct Report: Decodable {
            struct Step: Decodable {
                let step: String
                let files: Int
            }
            let timings: [Step]
        }
        let steps = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)).timings
        let pages = steps.first { $0.step == "making pages" }?.files ?? 0
        return (pages, steps.contains { $0.step == "making messages" }, outcome)
    }

    @Test func onlyThePagesOfEditedChaptersAreMade() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try start()
        try edit("content/chapters/other.md", "# Other\n\nSee [home](index.md).\n")
        let lowered = ["--rule", "broken-link=warning"]
        #expect(try made(lowered).pages > 1, "a new link is a new backlink on another page")
        let home = try inode("_site/index.html")
        try edit("content/chapters/other.md", "# Other\n\nA text.\n\nSee [home](index.md).\n")
        let (pages, _, outcome) = try made(lowered)
        #expect(pages == 1 && outcome.code == 0 && outcome.errors.contains("broken-link"))
        #expect(try inode("_site/index.html") == home)
        let page = try String(contentsOf: folder.appending(path: "_site/other/index.html"), encoding: .utf8)
        #expect(page.contains("A text."))
        try edit("content/chapters/other.md", "# Other\n\nA text.\n\n## More\n\nSee [home](index.md).\n")
        #expect(try made(lowered).pages > 1, "a heading can be the target of a link")
        try edit("content/chapters/other.md", "---\ntitle: Another\n---\n\n# Other\n")
        #expect(try made(lowered).pages > 1, "a title stands in menus")
        try edit("content/chapters/index.md", "Another home.\n\n[x](gone.md)\n")
        #expect(try made(lowered).pages > 1, "the home page shows more than chapters")
    }

    @Test func aChangeBehindALinkToAFolderIsNoticed() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try edit("elsewhere/index.md", "# Home\n")
        try edit("elsewhere/other.md", "# Other\n")
        try edit("styles/extra.css", "a { color: red }\n")
        for name in ["content", "templates/site"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "content/chapters").path, withDestinationPath: "../elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: "templates/site/assets").path, withDestinationPath: "../../styles")
        Thread.sleep(forTimeInterval: 0.1)
        let arguments = ["--templates", "templates"]
        #expect(try build(arguments).code == 0)
        try edit("elsewhere/other.md", "# Other\n\nA text.\n")
        #expect(try build(arguments).code == 0)
        let page = try String(contentsOf: folder.appending(path: "_site/other/index.html"), encoding: .utf8)
        #expect(page.contains("A text."))
        let assets = folder.appending(path: "_site/assets").path
        let before = try FileManager.default.contentsOfDirectory(atPath: assets)
        try edit("styles/extra.css", "a { color: green }\n")
        #expect(try build(arguments).code == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: assets).sorted() != before.sorted())
    }

    @Test func aFindingMovesWithItsChapter() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try start()
        try edit("content/chapters/other.md", "# Other\n\n[y](gone.md)\n")
        let lowered = ["--rule", "broken-link=warning"]
        #expect(try build(lowered).errors.contains("content/chapters/other.md:3:1"))
        try edit("content/chapters/other.md", "# Other\n\nA text.\n\n[y](gone.md)\n")
        let (pages, _, outcome) = try made(lowered + ["--strict"])
        #expect(outcome.code == 1, "warnings are errors, and nothing is written")
        #expect(pages == 0)
        let again = try build(lowered)
        #expect(again.errors.contains("content/chapters/other.md:5:1") && again.errors.contains("index.md:3:1"))
        #expect(try build(lowered).errors == again.errors)
    }

    @Test func aRecordThatCannotBeUsedIsIgnoredWithANote() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try start()
        let record = folder.appending(path: ".playbook/build")
        var bytes = try Data(contentsOf: record)
        bytes[bytes.count - 1] ^= 0xFF
        try bytes.write(to: record)
        let damaged = try build(["--rule", "broken-link=warning"])
        #expect(damaged.code == 0)
        #expect(damaged.errors.contains("./.playbook/build, which remembers the last build, is damaged"))
        #expect(!(try build(["--rule", "broken-link=warning"])).errors.contains(".playbook"), "it is written anew")
        try Data("my own file".utf8).write(to: record)
        let foreign = try build(["--rule", "broken-link=warning"])
        #expect(foreign.code == 0 && foreign.errors.contains("was not written by playbook and is ignored"))
        #expect(try String(contentsOf: record, encoding: .utf8) == "my own file")
    }

    @Test func aPageThatSomebodyEditedIsMadeAgain() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try start()
        let page = folder.appending(path: "_site/other/index.html")
        let text = try Data(contentsOf: page)
        try (text + Data("edited".utf8)).write(to: page)
        try Data("extra".utf8).write(to: folder.appending(path: "_site/extra.txt"))
        #expect(try build(["--rule", "broken-link=warning"]).code == 0)
        #expect(try Data(contentsOf: page) == text)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "_site/extra.txt").path))
    }
}
