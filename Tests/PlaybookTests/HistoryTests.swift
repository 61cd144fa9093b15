import Foundation
import PlaybookSite
import TestSupport
import Testing

@testable import playbook

/// What a real repository says about its chapters.
@Suite struct HistoryTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")

    private func git(_ arguments: String...) throws {
        let settings = ["-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
        let outcome = try Program.run(
            URL(filePath: "/usr/bin/env"), ["git", "-C", folder.path] + settings + arguments, in: folder)
        try #require(outcome.code == 0, "\(outcome.errors)")
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
        let changes = await lastChanges(in: folder.appending(path: "our content").path)
        #expect(
            changes == [
                "a.md": LastChange(seconds: 1_772_438_645, time: "2026-03-02T03:04:05-05:00", author: "Bo"),
                "ü \"b\".md": LastChange(
                    seconds: 1_770_001_445, time: "2026-02-02T03:04:05+00:00", author: "Zoë O'Neil"),
            ])
    }

    /// Nobody can correct a name in a history.
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
        #expect(await lastChanges(in: folder.path).isEmpty)
        #expect(await lastChanges(in: folder.appending(path: "nowhere").path).isEmpty)
    }
}
