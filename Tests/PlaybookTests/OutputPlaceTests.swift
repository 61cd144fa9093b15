import Foundation
import TestSupport
import Testing

/// The places to which a build may write, and the files that it leaves there.
@Suite struct OutputPlaceTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "places-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write("# Home\n", to: "content/chapters/index.md")
    }

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func text(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    private func build(_ content: String, to output: String = "out", _ more: String...) throws -> Program.Outcome {
        try Program.run(
            [
                "build", "--content", content, "--output", output, "--as-of", "2026-11-22", "--no-sync", "--templates",
                Places.repository.appending(path: "site-templates").path,
            ] + more, in: folder)
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: name).path, withDestinationPath: target)
    }

    @Test(arguments: ["_site", "_digests", "_ledger"])
    func contentInsideAnOutputIsRefused(_ name: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try build("content").code == 0)
        try write("# Home\n", to: "out/\(name)/src/chapters/index.md")
        try link("way", to: "out/\(name)")
        try write("", to: "linked/playbook.yml")
        try link("linked/chapters", to: "../out/\(name)/src/chapters")
        for content in ["out/\(name)/src", "out/\(name)", "way/src", "linked"] {
            let outcome = try build(content)
            #expect(outcome.code == 2, "\(content)")
            #expect(outcome.errors.contains("would be removed with the old one"), "\(outcome.errors)")
        }
        #expect(try text("out/\(name)/src/chapters/index.md") == "# Home\n")
    }

    @Test(arguments: ["content", "content/chapters", "./content/new/folder", "way"])
    func anOutputInsideTheContentIsRefused(_ output: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try link("way", to: "content/chapters")
        let outcome = try build("content", to: output)
        #expect(outcome.code == 2)
        #expect(outcome.errors.contains("would be inside the content folder content"), "\(outcome.errors)")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/content").count == 2)
    }

    @Test func templatesInsideAnOutputAreRefused() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let templates = Places.repository.appending(path: "site-templates")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "out/_site"), withIntermediateDirectories: true)
        try write("", to: "out/_site/.made-by-playbook")
        try FileManager.default.copyItem(at: templates, to: folder.appending(path: "out/_site/theme"))
        let outcome = try Program.run(
            ["build", "--content", "content", "--output", "out", "--templates", "out/_site/theme"], in: folder)
        #expect(outcome.code == 2, "\(outcome.errors)")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/out/_site/theme/site"))
    }

    @Test func aFolderIsNotBegunInsideAnOutput() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try build("content").code == 0)
        let outcome = try Program.run(["init", "out/_site/new", "--from", "content"], in: folder)
        #expect(outcome.code == 2, "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/_site/new"))
    }

    /// The bytes are the same, whatever the name of the content folder.
    @Test func theBytesAreTheSameFromAnyFolder() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("site: {title: Book, edit_url: \"https://git.example/edit/main/\"}\n", to: "content/playbook.yml")
        try write("# One\n\n[home](index.md) ![x](p.png)\n", to: "content/chapters/one.md")
        try write("png", to: "content/chapters/p.png")
        try link("other", to: "content")
        func site(_ content: String, from place: String, _ name: String) throws -> [String: Data] {
            let output = folder.path + "/" + name
            let outcome = try Program.run(
                [
                    "build", "--content", content, "--output", output, "--as-of", "2026-11-22", "--no-sync",
                    "--templates", Places.repository.appending(path: "site-templates").path,
                ], in: folder.appending(path: place))
            #expect(outcome.code == 0, "\(outcome.errors)")
            var files: [String: Data] = [:]
            // The records of builds name the content folder as it was typed.
            for path in try FileManager.default.subpathsOfDirectory(atPath: output)
            where !path.hasPrefix(".playbook") {
                files[path] = FileManager.default.contents(atPath: output + "/" + path)
            }
            return files
        }
        let first = try site("content", from: ".", "o1")
        let page = first["_site/one/index.html"].map { String(decoding: $0, as: UTF8.self) }
        #expect(page?.contains("https://git.example/edit/main/content/chapters/one.md") == true)
        #expect(try site(".", from: "content", "o2") == first)
        #expect(try site("./", from: "content", "o3") == first)
        #expect(try site(folder.path + "/content/", from: ".", "o4") == first)
        #expect(try site("../content", from: "content", "o5") == first)
        #expect(try site("..", from: "content/chapters", "o6") == first)
        #expect(try site("other", from: ".", "o7") == first)
    }

    /// Content that passes `check` can be written, and `check` finds content that cannot be written.
    @Test func namesThatAreLongOrOddAreWritten() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let long = String(repeating: "x", count: 251)
        try write("one", to: "content/assets/\(long).txt")
        try write("two", to: "content/assets/\(long.dropLast())y.txt")
        try write("ending", to: "content/assets/a.\(long)")
        try write("# Long\n", to: "content/chapters/\(long).md")
        try write(
            "---\naliases: [/a/b/, \(long)xxxx/, x.html, y/index.html, z/index.md, q/README.md]\n---\n# Odd\n",
            to: "content/chapters/odd.md")
        try write("---\naliases: [odd.html]\n---\n# Even\n", to: "content/chapters/even.md")
        let outcome = try build("content")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let assets = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out/_site/assets")
        for word in ["one", "two", "ending"] {
            #expect(try assets.contains { try text("out/_site/assets/" + $0) == word })
        }
        #expect(assets.allSatisfy { $0.utf8.count <= 255 })
        for file in ["a/b/index.html", "x.html", "y/index.html", "z/index.html", "q/index.html", "odd.html"] {
            #expect(try text("out/_site/" + file).contains("http-equiv=\"refresh\""), "\(file)")
        }
        #expect(try text("out/_site/odd.html").contains("url=even/index.html"))
    }

    @Test(arguments: [
        "chapters/a/index.html.md", "chapters/a/index.md.md", "chapters/a/index.html/b.md",
    ])
    func aPageWhereAPagesFileIsIsFound(_ name: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# A\n", to: "content/chapters/a/index.md")
        try write("# B\n", to: "content/\(name)")
        let check = try Program.run(["check", "--content", "content"], in: folder)
        #expect(check.code == 1 && check.output.contains("[colliding-pages]"), "\(check.output)")
    }

    /// An alias must not take the place of a page that is made from the library, and must not be ignored silently.
    @Test(arguments: ["print", "Glossary", "owners/", "owners/priya", "a", "b.html/c", "a/print"])
    func anAliasWhereTheSiteHasAPageIsFound(_ alias: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(
            "people: {priya: {name: Priya}}\nkpis: {oee: {title: OEE, unit: '%', better: higher}}\n",
            to: "content/playbook.yml")
        try write(
            "---\nowner: priya\naliases: [\"\(alias)\", b.html]\n---\n# A\n", to: "content/chapters/a/one.md")
        try write("# Two\n", to: "content/chapters/a/two.md")
        let check = try Program.run(["check", "--content", "content"], in: folder)
        #expect(check.code == 1 && check.output.contains("[colliding-pages]"), "\(check.output)\(check.errors)")
        #expect(try build("content").code == 1)
    }

    @Test func whatCannotBeRemovedIsSaidAndSpoilsNothing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try build("content").code == 0)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "out/_site/kept"), withIntermediateDirectories: true)
        let attribute = URL(fileURLWithPath: "/usr/bin/chattr")
        try write("x", to: "out/_site/kept/x")
        let kept = folder.path + "/out/_site/kept/x"
        guard FileManager.default.isExecutableFile(atPath: attribute.path),
            try Program.run(attribute, ["+i", kept]).code == 0
        else { return }
        try write("# Home, new\n", to: "content/chapters/index.md")
        let outcome = try build("content")
        let work = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").filter {
            $0.hasPrefix(".playbook-work-")
        }
        for name in work { _ = try Program.run(attribute, ["-i", folder.path + "/out/\(name)/kept/x"]) }
        #expect(outcome.code == 0)
        #expect(outcome.errors.contains("cannot remove"), "\(outcome.errors)")
        #expect(try text("out/_site/index.html").contains("Home, new"))
        #expect(work.count == 1)
        #expect(try build("content").code == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
        #expect(files.filter { $0 != ".playbook" } == ["_site"])
    }

    @Test func digestsOfOneAccountGoToAFolderOfItsSafeName() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(
            """
            company:
              name: Helios
              postal_address: Werkstrasse 12
              from: {name: Helios, email: digest@helios.example}
              reply_to: voice@helios.example
              message_id_domain: helios.example
              unsubscribe: {mailto: stop@helios.example}
            roles: {operator: Operator}

            """, to: "content/playbook.yml")
        try write(
            "name: North\ncontacts: [{name: Ana, email: ana@a.example, roles: [operator]}]\n",
            to: "content/accounts/Ä_C.b.yml")
        let outcome = try build("content", to: "out", "--only", "digests", "--account", "Ä_C.b")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(FileManager.default.fileExists(atPath: folder.path + "/out/_digests/2026-11.=C3=84_=43.b"))
    }
}
