import Foundation
import TestSupport
import Testing

/// Texts that only a company's own templates show: `site.params` (docs/templates.md).
@Suite struct ParamsTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "params-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func run(_ arguments: String...) throws -> Program.Outcome { try Program.run(arguments, in: folder) }

    @Test func pagesShowThemAndWhatIsNotThereIsEmpty() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n", to: "content/chapters/index.md")
        try write("site:\n  params:\n    help-line: <1> & 2\n    chat_room: \"7\"\n", to: "content/playbook.yml")
        try write(
            "[{{params.help-line}}|{{{params.chat_room}}}|{{params.none}}|{{#params.none}}no{{/params.none}}]",
            to: "theme/site/page.mustache")
        let outcome = try run("build", "--templates", "theme", "--no-sync")
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        let page = try String(contentsOf: folder.appending(path: "_site/index.html"), encoding: .utf8)
        #expect(page == "[&lt;1&gt; &amp; 2|7||]")
    }

    @Test func aNameThatTemplatesCannotAskForIsAnError() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n", to: "content/chapters/index.md")
        try write("site:\n  params:\n    help.line: x\n    Help line: y\n    list: [a]\n", to: "content/playbook.yml")
        let outcome = try run("check")
        #expect(outcome.code == 1)
        #expect(
            outcome.output.contains("content/playbook.yml:3:16")
                && outcome.output.contains("a dot separates two names"))
        #expect(
            outcome.output.contains("content/playbook.yml:4:5") && outcome.output.contains("content/playbook.yml:5:11"))
    }
}
