import Foundation
import TestSupport
import Testing

/// `playbook init`: a content folder to start with.
@Suite struct InitTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func text(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    @Test func theBundledChaptersStandWithoutTheSamples() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let own = folder.appending(path: "own").path
        let made = try Program.run(["init", own, "--owner", "Jo \"J\" O'Neil <jo@own.example>"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: own)) == ["assets", "chapters", "playbook.yml"])
        let check = try Program.run(["check", "--content", own, "--as-of", "2026-11-22"])
        #expect(check.code == 0 && check.output.isEmpty, "\(check.output)")
        #expect(
            try text("own/playbook.yml").contains(
                "jo-j-oneil: {name: \"Jo \\\"J\\\" O'Neil\", email: \"jo@own.example\"}"))
        #expect(try text("own/chapters/index.md").contains("\nowner: jo-j-oneil\n"))
        // A new playbook soon has other roles, so titles of these roles in another language would be useless.
        #expect(try text("own/playbook.yml").contains("\n# languages:\n#   de:\n#     roles:\n"))
        let renamed = try text("own/playbook.yml").replacing("  maintenance: Maintenance", with: "  upkeep: Upkeep")
        try Data(renamed.utf8).write(to: folder.appending(path: "own/playbook.yml"))
        let after = try Program.run(["check", "--content", own, "--as-of", "2026-11-22"])
        #expect(!after.output.contains("own/playbook.yml:"), "\(after.output)")
    }

    @Test func linksToSamplesBecomeText() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(
            "people: {ana: {name: Ana}}\ncompany:\n  name: H\n  postal_address: x\n  from: {name: H, email: a@h.example}\n"
                + "  reply_to: a@h.example\n  message_id_domain: h.example\n  unsubscribe: {mailto: a@h.example}\n",
            to: "old/playbook.yml")
        try write("name: Northwind\n", to: "old/accounts/n.yml")
        try write("text\n", to: "old/chapters/b.md")
        try write(
            "---\nowner: ana\n---\n# Home\n\n[a *bold* one](../accounts/n.yml), [the other](b.md) and [(it)](<../accounts/n.yml> \"t\").\n\nowner: ana\n",
            to: "old/chapters/index.md")
        let made = try Program.run(["init", "new", "--from", "old"], in: folder)
        #expect(made.code == 0, "\(made.errors)")
        #expect(
            try text("new/chapters/index.md")
                == "---\nowner: owner-of-the-playbook\n---\n# Home\n\na *bold* one, [the other](b.md) and (it).\n\nowner: ana\n"
        )
        #expect(try text("new/playbook.yml").contains("# company:\n#   name: H\n"))
    }

    @Test func nothingIsOverwrittenAndNothingHalfMade() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("mine\n", to: "own/notes.txt")
        try write("# Home\n\n[gone](gone.md)\n", to: "broken/chapters/index.md")
        let taken = try Program.run(["init", folder.appending(path: "own").path])
        #expect(taken.code == 2 && taken.errors.contains("nothing is overwritten"))
        #expect(try text("own/notes.txt") == "mine\n")
        let broken = try Program.run(["init", "new", "--from", "broken"], in: folder)
        #expect(broken.code == 1 && broken.errors.contains("broken-link"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["broken", "own"])
    }

    @Test func whatIsWrittenInAnotherWayNeverGoesAlong() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let company =
            "company:\n  name: Secret\n  postal_address: x\n  from: {name: H, email: a@h.example}\n  reply_to: a@h.example\n"
            + "  message_id_domain: h.example\n  unsubscribe: {mailto: a@h.example}\n"
        try write("# Home\n", to: "crlf/chapters/index.md")
        try write("\u{FEFF}" + company.replacing("\n", with: "\r\n"), to: "crlf/playbook.yml")
        try write("# Home\n", to: "quoted/chapters/index.md")
        try write("\"company\"" + company.dropFirst("company".count), to: "quoted/playbook.yml")
        let unusual = try Program.run(["init", "a", "--from", "crlf"], in: folder)
        #expect(unusual.code == 0, "\(unusual.errors)")
        #expect(try text("a/playbook.yml").contains("#   name: Secret\n"))
        let quoted = try Program.run(["init", "b", "--from", "quoted"], in: folder)
        #expect(quoted.code == 2 && quoted.errors.contains("is not laid out as expected"))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "b").path))
    }

    @Test(arguments: [
        ("Jürgen Müller <j@h.example>", "jurgen-muller"), ("Smith & Co <s@h.example>", "smith-co"),
        ("李 <l@h.example>", "owner"), ("true <t@h.example>", "owner"), ("O'Neil \"Q\" <o@h.example>", "oneil-q"),
    ])
    func anybodyCanOwnTheChapters(_ owner: String, _ id: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("people: {bob: {name: Bob}}\n", to: "old/playbook.yml")
        try write(
            "---\r\nplay: {trigger: a, steps: [b, c], owner: bob, measure: d}\r\nowner: bob\r\n---\r\n# Home\r\n",
            to: "old/chapters/index.md")
        let made = try Program.run(["init", "new/", "--from", "old", "--owner", owner], in: folder)
        #expect(made.code == 0, "\(made.errors)")
        #expect(
            try text("new/chapters/index.md")
                == "---\nplay: {trigger: a, steps: [b, c], owner: \(id), measure: d}\nowner: \(id)\n---\n# Home\n")
    }

    /// An empty folder `own` that only its owner may read, beside content in `old`.
    private func emptyFolder() throws -> URL {
        try write("# Home\n", to: "old/chapters/index.md")
        let own = folder.appending(path: "own")
        try FileManager.default.createDirectory(
            at: own, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return own
    }

    /// A user whose current folder is replaced would see an empty folder.
    @Test func theFolderThatSomebodyStandsInIsFilled() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let own = try emptyFolder()
        let before = try number(own)
        let made = try Program.run(["init", ".", "--from", "../old"], in: own)
        #expect(made.code == 0, "\(made.errors)")
        #expect(try text("own/chapters/index.md") == "# Home\n")
        #expect(try number(own) == before && mode(own) == 0o700)
    }

    @Test func anEmptyFolderIsReplacedByOneRename() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let own = try emptyFolder()
        let before = try number(own)
        let made = try Program.run(["init", "own", "--from", "old"], in: folder)
        #expect(made.code == 0, "\(made.errors)")
        #expect(try text("own/chapters/index.md") == "# Home\n")
        // It was made complete beside its place, so it is a different folder with the permissions of the old one.
        #expect(try number(own) != before && mode(own) == 0o700)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["old", "own"])
    }

    private func number(_ folder: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path)[.systemFileNumber] as? Int
    }

    private func mode(_ folder: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
    }
}
