import Foundation
import PlaybookSite
import TestSupport
import Testing

@testable import PlaybookBuild

/// The history of chapters in a real repository.
@Suite struct HistoryTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")

    @discardableResult private func git(_ arguments: String...) throws -> String {
        let settings = ["-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        let outcome = try Program.run(
            URL(filePath: "/usr/bin/env"), ["git", "-C", folder.path] + settings + arguments, in: folder)
        try #require(outcome.code == 0, "\(outcome.errors)")
        return outcome.output
    }

    private func history(of content: String) async -> History {
        await readHistory(of: content, environment: ProcessInfo.processInfo.environment)
    }

    private func commit(_ name: String, _ text: String, by author: String, at time: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try git("add", ".")
        try git(
            "-c", "user.name=Committer", "commit", "-q", "-m", "one\n\nchapters/x.md", "--author", author, "--date",
            time)
    }

    @Test func theLastCommitOfEachChapterCounts() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try git("init", "-q")
        try commit("our content/chapters/a.md", "1", by: "Ana <a@b.example>", at: "2026-01-02T03:04:05+0100")
        try commit(
            "our content/chapters/ü \"b\".md", "1", by: "Zoë O'Neil <z@b.example>", at: "2026-02-02T03:04:05+0000")
        try commit("our content/chapters/a.md", "2", by: "Bo <b@b.example>", at: "2026-03-02T03:04:05-0500")
        try commit("chapters/outside.md", "2", by: "Bo <b@b.example>", at: "2026-04-02T03:04:05+0000")
        let changes = await history(of: folder.appending(path: "our content").path).changes
        #expect(
            changes == [
                "a.md": LastChange(seconds: 1_772_438_645, time: "2026-03-02T03:04:05-05:00", author: "Bo"),
                "ü \"b\".md": LastChange(
                    seconds: 1_770_001_445, time: "2026-02-02T03:04:05+00:00", author: "Zoë O'Neil"),
            ])
    }

    /// A name in a history cannot be corrected.
    @Test func anAuthorsNameIsCleaned() {
        let log = "\u{1}\0" + "1772438645\0time\0K\u{202E}im\u{1B}[2J\u{7}\0chapters/\u{301}a.md\0"
        #expect(
            lastChanges(Array(log.utf8)) == [
                "\u{301}a.md": LastChange(seconds: 1_772_438_645, time: "time", author: "Kim[2J")
            ])
    }

    @Test func withoutARepositoryThereIsNoHistory() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "chapters"), withIntermediateDirectories: true)
        let history = await history(of: folder.path)
        #expect(history.changes.isEmpty && history.diagnostics.isEmpty)
    }

    /// Makes a commit with a signature that cannot be verified.
    private func sign() throws {
        let commit = try git("cat-file", "commit", "HEAD")
        let signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQEz\n -----END PGP SIGNATURE-----\n\n"
        let signed = commit.replacing("\n\n", with: "\n" + signature, maxReplacements: 1)
        let file = folder.appending(path: ".git/signed")
        try Data(signed.utf8).write(to: file)
        let id = try git("hash-object", "-t", "commit", "-w", ".git/signed").replacing("\n", with: "")
        try git("update-ref", "HEAD", id)
    }

    @Test func theSettingsOfAUserChangeNothing() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try git("init", "-q")
        try commit("chapters/ü.md", "1", by: "Zoë <z@b.example>", at: "2026-02-02T03:04:05+0000")
        try sign()
        let plain = await history(of: folder.path)
        #expect(plain.changes["ü.md"]?.author == "Zoë" && plain.diagnostics.isEmpty)
        try Data("Other <other@b.example> Zoë <z@b.example>\n".utf8).write(to: folder.appending(path: "names"))
        for setting in [
            "log.showSignature=true", "log.showRoot=false", "log.follow=true", "log.date=relative", "log.decorate=full",
            "log.diffMerges=separate", "mailmap.file=names", "i18n.logOutputEncoding=ISO-8859-1", "color.ui=always",
            "color.diff=always", "core.quotePath=true", "diff.renames=copies", "diff.noprefix=true",
            "format.pretty=oneline",
            "diff.relative=false", "core.pager=cat -A", "diff.external=false", "pager.log=true",
        ] {
            let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
            try git("config", parts[0], parts[1])
            #expect(await history(of: folder.path).changes == plain.changes, "\(setting)")
            try git("config", "--unset", parts[0])
        }
    }

    @Test func theEnvironmentLeadsToNoOtherRepository() {
        let given = [
            "PATH": "/bin", "GIT_DIR": "/elsewhere", "GIT_WORK_TREE": "/", "GIT_LITERAL_PATHSPECS": "1",
            "LANGUAGE": "de",
            "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
        ]
        let names = gitEnvironment(given).keys.sorted()
        #expect(
            names == [
                "GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_0", "GIT_CONFIG_VALUE_0", "GIT_NO_LAZY_FETCH", "GIT_OPTIONAL_LOCKS",
                "GIT_TERMINAL_PROMPT", "LC_ALL", "PATH",
            ])
    }

    @Test func aHistoryThatIsNotWholeIsSaidOnce() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try git("init", "-q")
        let empty = await history(of: folder.path)
        #expect(empty.changes.isEmpty && empty.diagnostics.isEmpty)
        try commit("chapters/a.md", "1", by: "Ana <a@b.example>", at: "2026-01-02T03:04:05+0100")
        try commit("chapters/b.md", "1", by: "Ana <a@b.example>", at: "2026-01-03T03:04:05+0100")
        try git("clone", "-q", "--depth", "1", "file://" + folder.path, "shallow")
        let shallow = await history(of: folder.appending(path: "shallow").path)
        #expect(shallow.changes.isEmpty)
        #expect(shallow.diagnostics.map(\.rule.name) == ["missing-history"])
        #expect(shallow.diagnostics.first?.help?.contains("fetch-depth: 0") == true)
        // A tree that is missing.
        let tree = try git("rev-parse", "HEAD^{tree}").replacing("\n", with: "")
        try FileManager.default.removeItem(
            at: folder.appending(path: ".git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"))
        let broken = await history(of: folder.path)
        #expect(broken.diagnostics.count == 1)
        #expect(broken.diagnostics.first?.message.hasPrefix("Git cannot read the history: ") == true)
    }

    @Test(.enabled(if: getuid() == 0, "only root can give a folder to somebody else"))
    func aRepositoryOfSomebodyElseIsSaid() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try git("init", "-q")
        try commit("chapters/a.md", "1", by: "Ana <a@b.example>", at: "2026-01-02T03:04:05+0100")
        for path in [folder.path, folder.path + "/.git"] { try #require(chown(path, 4321, 4321) == 0) }
        let history = await history(of: folder.path)
        #expect(history.changes.isEmpty && history.diagnostics.count == 1)
        #expect(history.diagnostics.first?.help?.contains("safe.directory") == true)
    }
}
