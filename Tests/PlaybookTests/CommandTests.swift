import Foundation
import TestSupport
import Testing

/// The program as users run it: arguments in, streams and exit codes out (README.md, "Commands").
@Suite struct CommandTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func playbook(_ arguments: String...) throws -> Program.Outcome { try Program.run(arguments) }

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func build(_ content: String, _ more: String...) throws -> Program.Outcome {
        try Program.run(
            [
                "build", "--content", folder.appending(path: content).path, "--output",
                folder.appending(path: "out").path,
                "--as-of", "2026-11-22", "--no-sync",
            ] + more)
    }

    private func text(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    @Test func theVersionIsAResult() throws {
        let outcome = try playbook("--version")
        #expect(outcome.code == 0)
        #expect(outcome.output.contains(/^\d+\.\d+\.\d+\n$/))
        #expect(outcome.errors.isEmpty)
    }

    @Test(arguments: [
        ["build", "--content", "no-such-folder"], ["build", "--nonsense"], ["nonsense"],
        ["check", "--as-of", "2026-02-30"],
        ["check", "--rule", "broken-lnk=off"], ["check", "--rule", "unknown-role=off"],
        ["build", "--templates", "nowhere"],
        ["explain", "nobody"], ["explain", "--contact", "nobody@example.example"], ["render", "no-such-file.md"],
        ["render", "content"], ["check", "--explain", "broken-lnk"], ["schema", "chapters"],
        ["schema", "--content", "nowhere"], ["check", "--content", "README.md"], ["check", "--dry-run"],
    ])
    func wrongUsageIsCode2AndSaysWhatIsRight(_ arguments: [String]) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.code == 2)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test func aMistakeInTheContentIsCode1AndLeavesTheOldSite() throws {
        try write("# Home\n", to: "good/chapters/index.md")
        try write("---\nowner: nobody\n---\n# Home\n", to: "bad/chapters/index.md")
        #expect(try build("good").code == 0)
        let before = try text("out/_site/index.html")
        let outcome = try build("bad")
        #expect(outcome.code == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("chapters/index.md:2:8"))
        #expect(outcome.errors.contains("[unknown-person]"))
        #expect(try text("out/_site/index.html") == before)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path)
        #expect(files.filter { $0 != ".playbook" } == ["_site"])
    }

    @Test func anEmptyContentFolderIsAnErrorOfTheContent() throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "empty"), withIntermediateDirectories: true)
        let outcome = try build("empty")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("[no-chapters]"))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out/_site").path))
    }

    @Test func aFolderWhereAFileShouldBeIsFound() throws {
        try write("# Home\n", to: "content/chapters/index.md")
        try write("", to: "content/playbook.yml/x")
        try write("", to: "content/chapters/page.md/x.txt")
        let outcome = try build("content")
        #expect(outcome.code == 1)
        #expect(outcome.errors.matches(of: /\[misplaced-file\]/).count == 2)
    }

    @Test func linksThatLeadAwayOrInACircleAreTold() throws {
        try write("# Home\n", to: "content/chapters/index.md")
        try write("# Secret\n", to: "elsewhere/secret.md")
        let chapters = folder.appending(path: "content/chapters")
        let links = ["loop": chapters, "out.md": folder.appending(path: "elsewhere/secret.md")]
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(at: chapters.appending(path: name), withDestinationURL: target)
        }
        let outcome = try build("content")
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("a link to a folder is not followed"))
        #expect(outcome.errors.contains("a link that leads out of the content folder"))
    }

    @Test func aFileThatNothingReadsIsTold() throws {
        try write("# Home\n", to: "content/chapters/index.md")
        try write("id,name\n", to: "content/accounts/crm.xlsx")
        let outcome = try build("content")
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("files here end in .yml or .yaml or .csv"))
    }

    @Test func whatSomebodyElseWroteIsNeverReplaced() throws {
        try write("# Home\n", to: "content/chapters/index.md")
        try write("mine", to: "out/_site/notes.txt")
        let outcome = try build("content")
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("was not made by playbook"))
        #expect(try text("out/_site/notes.txt") == "mine")
    }

    @Test func aPlaceThatCannotBeWrittenIsCode3() throws {
        try write("# Home\n", to: "content/chapters/index.md")
        let content = folder.appending(path: "content").path
        let outcome = try playbook("build", "--content", content, "--output", "/proc/playbook", "--as-of", "2026-11-22")
        #expect(outcome.code == 3)
        #expect(outcome.errors.hasPrefix("playbook: cannot make the folder /proc/playbook"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test(.enabled(if: canMount, "needs the right to mount a small disk"))
    func aFullDiskIsCode3AndLeavesTheOldSite() throws {
        try write("# Home\n", to: "content/chapters/index.md")
        try write("# Home\n\n![big](big.png)\n", to: "large/chapters/index.md")
        let disk = folder.appending(path: "out")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        try Data(count: 1 << 20).write(to: folder.appending(path: "large/chapters/big.png"))
        let mount = URL(fileURLWithPath: "/bin/mount")
        try #require(Program.run(mount, ["-t", "tmpfs", "-o", "size=400k", "tmpfs", disk.path]).code == 0)
        defer { _ = try? Program.run(URL(fileURLWithPath: "/bin/umount"), [disk.path]) }
        #expect(try build("content").code == 0)
        let before = try text("out/_site/index.html")
        let outcome = try build("large")
        #expect(outcome.code == 3)
        #expect(outcome.errors.contains("No space left on device"))
        #expect(try text("out/_site/index.html") == before)
        // The files that were written in vain have been removed, so that there is room again.
        let files = try FileManager.default.contentsOfDirectory(atPath: disk.path)
        #expect(files.filter { $0 != ".playbook" } == ["_site"])
        #expect(try build("content").code == 0)
    }

    private static var canMount: Bool {
        let place = FileManager.default.temporaryDirectory.appending(path: "mount-\(UUID().uuidString)")
        guard (try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)) != nil else {
            return false
        }
        let mount = try? Program.run(URL(fileURLWithPath: "/bin/mount"), ["-t", "tmpfs", "tmpfs", place.path])
        _ = try? Program.run(URL(fileURLWithPath: "/bin/umount"), [place.path])
        return mount?.code == 0
    }

    @Test func rulesAreListedAndExplained() throws {
        let list = try playbook("check", "--list")
        #expect(list.code == 0)
        #expect(list.output.contains(/\nnames-other-customer +error, fixed +A text for customers that names/))
        let rule = try playbook("check", "--explain", "filler-phrase")
        #expect(rule.code == 0)
        #expect(rule.output.hasPrefix("filler-phrase\n\nWhat it does\n"))
        #expect(rule.output.hasSuffix("Severity: warning\n"))
    }

    @Test func theSchemaHasTheWordsOfTheContentWhereItIsNamed() throws {
        let plain = try playbook("schema", "snippet")
        #expect(plain.code == 0)
        #expect(plain.output.contains("https://json-schema.org/draft/2020-12/schema"))
        #expect(!plain.output.contains("plant-manager"))
        let own = try playbook("schema", "snippet", "--content", "content")
        #expect(own.output.contains("\"plant-manager\""))
        #expect(try playbook("schema").output.contains("\"$defs\""))
    }

    @Test func fixesAreMadeAndSaid() throws {
        try write("# Home\n\n[roles](Roles.md)\n", to: "content/chapters/index.md")
        try write("# Roles\n\n[gone](gone.md)\n", to: "content/chapters/roles.md")
        let outcome = try playbook("check", "--fix", "--content", folder.appending(path: "content").path)
        #expect(outcome.code == 1)
        #expect(outcome.errors.contains("chapters/index.md:3:1: Roles.md → roles.md [broken-link]\n"))
        #expect(outcome.output.hasSuffix("1 error in 1 file\n"))
        #expect(try text("content/chapters/index.md") == "# Home\n\n[roles](roles.md)\n")
    }

    @Test func aContactIsFoundInAnyCase() throws {
        let arguments = ["explain", "northwind-foods", "--as-of", "2026-11-22", "--contact"]
        let outcome = try Program.run(arguments + ["Ana.Silva@NORTHWIND.example"])
        #expect(outcome.code == 0)
        #expect(try outcome.output == Program.run(arguments + ["ana.silva@northwind.example"]).output)
    }

    @Test(arguments: ["json", "sarif", "github", "text"])
    func findingsArePrintedAsAsked(_ format: String) throws {
        try write("# Home\n\n[gone](gone%20now.md), see\n", to: "content/chapters/a b, c.md")
        let content = folder.appending(path: "content").path
        let outcome = try playbook("check", "--content", content, "--format", format, "--as-of", "2026-11-22")
        #expect(outcome.code == 1)
        switch format {
        case "json":
            let findings = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]]
            #expect(findings?.count == 1)
            #expect(findings?.first?["rule"] as? String == "broken-link")
            #expect(findings?.first?["line"] as? Int == 3)
            #expect(findings?.first?["endColumn"] as? Int == 22)
        case "sarif":
            let log = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
            #expect(log?["version"] as? String == "2.1.0")
            #expect(outcome.output.contains("a%20b,%20c.md"))
        case "github":
            let place = "file=\(content)/chapters/a b%2C c.md,line=3,col=1,endLine=3,endColumn=21,title=broken-link"
            #expect(outcome.output.hasPrefix("::error \(place)::"))
        default:
            #expect(outcome.output.contains("3 | [gone](gone%20now.md), see\n  | ^^^^^^^^^^^^^^^^^^^^^\n"))
            #expect(outcome.output.hasSuffix("1 error in 1 file\n"))
        }
    }

    @Test(.enabled(if: Places.exists(Places.commonMarkExamples), "needs the CommonMark vectors beside the repository"))
    func everyExampleOfCommonMarkGoesThroughRender() async throws {
        let examples = try SpecExample.all()
        let wrong = await withTaskGroup(of: Int?.self) { group in
            for example in examples {
                group.addTask {
                    let outcome = try? Program.run(
                        ["render", "-", "--raw-html", "--commonmark"], input: Data(example.markdown.utf8))
                    return outcome?.output == example.html && outcome?.code == 0 ? nil : example.example
                }
            }
            return await group.reduce(into: [Int]()) { if let number = $1 { $0.append(number) } }
        }
        #expect(examples.count == 652)
        #expect(wrong == [])
    }

    @Test func renderLeavesOutWhatIsDangerous() throws {
        let source =
            "<script>x</script>\n\n[a](javascript:x) [b](jAvA&#x53;cript:x) [c](data:text/html,x) ![d](data:image/png;base64,AA)\n"
        let outcome = try Program.run(["render", "-"], input: Data(source.utf8))
        #expect(
            outcome.output.contains(
                #"<a href="">a</a> <a href="">b</a> <a href="">c</a> <img src="data:image/png;base64,AA""#))
        #expect(!outcome.output.contains("<script>"))
    }

    @Test func renderMakesTextAndMailWithoutInternalBlocks() throws {
        let source = "---\ntitle: x\n---\n# Head\n\nSee [this](https://a.example/).\n\n> [!INTERNAL]\n> secret\n"
        let text = try Program.run(["render", "-", "--format", "text"], input: Data(source.utf8))
        #expect(text.output == "Head\n====\n\nSee this [1].\n\n[1] https://a.example/\n")
        let mail = try Program.run(["render", "-", "--format", "email"], input: Data(source.utf8))
        #expect(mail.output.contains("Head") && !mail.output.contains("secret"))
    }
}
