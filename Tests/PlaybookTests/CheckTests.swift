import Foundation
import TestSupport
import Testing

/// `playbook check` as users run it.
@Suite struct CheckTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func text(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    @Test func aDryRunPrintsADiffAndWritesNothing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = "roles: {maintenance: Maintenance}\npeople: {priya: {name: Priya}}\n"
        let home = "---\nowner: prija\nroles: [maintenanse]\n---\n# Home\n\na\n\nb\n\nc\n\nd\n\n[two](Two.md)\n\nend"
        try write(settings, to: "content/playbook.yml")
        try write(home, to: "content/chapters/index.md")
        try write("# Two\r\n\r\n[home](Index.md)\r\n", to: "content/chapters/two.md")
        let dry = try Program.run(["check", "--fix", "--dry-run"], in: folder)
        #expect(
            dry.output == """
                --- a/content/chapters/index.md
                +++ b/content/chapters/index.md
                @@ -1,6 +1,6 @@
                 ---
                -owner: prija
                -roles: [maintenanse]
                +owner: priya
                +roles: [maintenance]
                 ---
                 # Home
                 
                @@ -12,6 +12,6 @@
                 
                 d
                 
                -[two](Two.md)
                +[two](two.md)
                 
                 end
                \\ No newline at end of file
                --- a/content/chapters/two.md
                +++ b/content/chapters/two.md
                @@ -1,3 +1,3 @@
                 # Two\r
                 \r
                -[home](Index.md)\r
                +[home](index.md)\r

                """)
        #expect(try text("content/chapters/index.md") == home)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["content"])
        // The output is a patch. After it is applied, the files are the same as after `--fix`.
        try Data(dry.output.utf8).write(to: folder.appending(path: "p.diff"))
        let copy = try Program.run(
            URL(filePath: "/bin/sh"), ["-c", "cp -r content copy && cd copy && patch -s -p2 < ../p.diff"], in: folder)
        #expect(copy.code == 0, "\(copy.output)\(copy.errors)")
        let fixed = try Program.run(["check", "--fix"], in: folder)
        #expect(fixed.code == dry.code)
        #expect(dry.code == 0)
        for name in ["index.md", "two.md"] {
            #expect(try text("copy/chapters/" + name) == text("content/chapters/" + name))
        }
        let again = try Program.run(["check", "--fix", "--dry-run"], in: folder)
        #expect(again.output.isEmpty && again.code == 0)
    }

    @Test func aDryRunEndsAsTheFixWould() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("people: {priya: {name: Priya}}\n", to: "content/playbook.yml")
        try write("---\nowner: prija\nstage: x\n---\n# Home\n", to: "content/chapters/index.md")
        let dry = try Program.run(["check", "--fix", "--dry-run"], in: folder)
        #expect(dry.code == 1)
        #expect(dry.output.contains("+owner: priya") && !dry.output.contains("unknown-stage"))
        #expect(dry.errors.contains("[unknown-stage]") && !dry.errors.contains("[unknown-person]"))
    }

    @Test(arguments: [
        "large-message", "missing-template", "invalid-header-value", "email-client-support", "unknown-value",
    ])
    func everyRuleIsExplainedAndListed(_ rule: String) throws {
        #expect(try Program.run(["check", "--explain", rule]).output.contains("Why this is bad\n"))
        #expect(try Program.run(["check", "--list"]).output.contains("\n\(rule) "))
    }

    @Test func rulesAboutMessagesCanBeSet() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let repository = Places.repository.path
        let files = FileManager.default
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        try files.copyItem(atPath: repository + "/content", toPath: folder.path + "/content")
        // A template with seventy kilobytes of text makes every message large.
        try files.copyItem(atPath: repository + "/site-templates", toPath: folder.path + "/site-templates")
        let template = folder.appending(path: "site-templates/email/message.html.mustache")
        let padding = "<p>" + String(repeating: "You save time. ", count: 4_870) + "</p></body>"
        let text = try String(contentsOf: template, encoding: .utf8).replacing("</body>", with: padding)
        try Data(text.utf8).write(to: template)
        let build = ["build", "--only", "digests", "--as-of", "2026-11-22"]
        let plain = try Program.run(build, in: folder)
        #expect(plain.code == 0 && plain.errors.contains("[large-message]"), "\(plain.errors.prefix(2_000))")
        let off = try Program.run(build + ["--rule", "large-message=off"], in: folder)
        #expect(off.code == 0 && !off.errors.contains("[large-message]"), "\(off.errors.prefix(2_000))")
        let settings = folder.appending(path: "content/playbook.yml")
        let more = try String(contentsOf: settings, encoding: .utf8) + "\nrules: {large-message: error}\n"
        try Data(more.utf8).write(to: settings)
        #expect(try Program.run(build, in: folder).code == 1)
        #expect(try Program.run(["check", "--rule", "missing-template=off"], in: folder).code == 2)
    }

    @Test func namesThatKeepAFileFromBeingReadAreErrors() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(
            "# Home\n\n[a](Plan.MD) [b](notes.markdown) [c](page.mdx)\n", to: "content/chapters/index.md")
        for name in ["Plan.MD", "notes.markdown", "page.mdx"] {
            try write("---\ndraft: true\n---\n", to: "content/chapters/\(name)")
        }
        try write("x", to: "content/snippets/s.markdown")
        try write("x", to: "content/voice/v.MD")
        try write("name: A\n", to: "content/accounts/a.YML")
        try write("x\n", to: "content/readings/r.CSV")
        let check = try Program.run(["check"], in: folder)
        #expect(check.code == 1)
        #expect(check.output.matches(of: /\[wrong-ending\]/).count == 7, "\(check.output)")
        #expect(check.output.matches(of: /\[broken-link\]/).count == 3)
        for name in ["Plan.md", "notes.md", "page.md", "s.md", "v.md", "a.yml", "r.csv"] {
            #expect(check.output.contains("rename it to `\(name)`"), "\(name)")
        }
        let other = try Program.run(["check", "--rule", "broken-link=off"], in: folder)
        #expect(other.code == 1)
    }
}
