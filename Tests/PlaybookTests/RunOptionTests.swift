import Foundation
import TestSupport
import Testing

@testable import playbook

/// The options for the exit code of a run, for what it prints, and for the paths of files in findings.
@Suite struct RunOptionTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func run(_ arguments: [String], in place: String = "") throws -> Program.Outcome {
        try Program.run(arguments, in: folder.appending(path: place))
    }

    private var templates: String { Places.repository.appending(path: "site-templates").path }

    @Test func strictRunsEndWithCode1ForWarnings() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n\n![](x.svg)\n", to: "content/chapters/index.md")
        try write("<svg/>", to: "content/chapters/x.svg")
        #expect(try run(["check"]).code == 0)
        let strict = try run(["check", "--strict"])
        #expect(strict.code == 1 && strict.output.contains("missing-alternative-text"))
        #expect(strict.errors == "playbook: --strict is given, and there are warnings\n")
        let build = try run(["build", "--strict", "--templates", templates])
        #expect(build.code == 1 && build.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "_site").path))
        #expect(try run(["check", "--strict", "--rule", "missing-alternative-text=off"]).code == 0)
    }

    @Test func ofManyFindingsTheFirstAreShownUnlessAllAreAskedFor() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n" + (1...25).map { "\n[x](gone-\($0).md)\n" }.joined(), to: "content/chapters/index.md")
        func shown(_ arguments: [String]) throws -> Int {
            try run(["check"] + arguments).output.components(separatedBy: "[broken-link]\n").count - 1
        }
        #expect(try shown([]) == 20)
        #expect(try run(["check"]).output.contains("and 5 more [broken-link] in 1 file; `playbook check --all`"))
        #expect(try shown(["--all"]) == 25)
        #expect(
            try run(["check", "--format", "github"]).output.components(separatedBy: "title=broken-link").count == 26)
    }

    @Test func quietRunsSayNothingWhenAllIsWell() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n", to: "content/chapters/index.md")
        for arguments in [["check"], ["check", "--fix"], ["build", "--templates", templates]] {
            let outcome = try run(arguments + ["--quiet"])
            #expect(outcome.code == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(arguments)")
        }
        try write("# Home\n\n[x](gone.md)\n", to: "content/chapters/index.md")
        let outcome = try run(["check", "--quiet"])
        #expect(outcome.code == 1 && outcome.output.contains("broken-link"))
    }

    @Test func theContentFolderCanBeAnArgument() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n", to: "handbook/chapters/index.md")
        #expect(try run(["check", "handbook"]).code == 0)
        #expect(try run(["build", "handbook", "--templates", templates]).code == 0)
        let both = try run(["check", "handbook", "--content", "other"])
        #expect(both.code == 2 && both.errors.contains("two content folders are given"))
        let none = try run(["check", "nowhere"])
        #expect(
            none.code == 2
                && none.errors == "playbook: there is no content folder `nowhere`; name it with --content FOLDER\n")
    }

    /// Code hosts match paths with the files of the repository.
    @Test func pathsForCodeHostsAreThoseOfTheRepository() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n\n[x](gone.md)\n", to: "repo/docs/book/chapters/index.md")
        try write("", to: "repo/.git/HEAD")
        let path = folder.resolvingSymlinksInPath().path + "/repo/docs/book"
        let runs: [(content: String, place: String)] = [
            ("docs/book", "repo"), ("./docs/book/", "repo"), ("book", "repo/docs"), (".", "repo/docs/book"),
            ("../../docs/book", "repo/docs/book"), (path, ""), ("repo/docs/book", ""),
        ]
        for (content, place) in runs {
            let github = try run(["check", "--content", content, "--format", "github"], in: place)
            #expect(github.output.hasPrefix("::error file=docs/book/chapters/index.md,line=3,"), "\(github.output)")
            let sarif = try run(["check", "--content", content, "--format", "sarif"], in: place)
            #expect(sarif.output.contains("\"uri\" : \"docs/book/chapters/index.md\""), "\(sarif.output)")
        }
        // In a terminal, the path as the user wrote it is more useful.
        #expect(try run(["check", "--content", "."], in: "repo/docs/book").output.contains(" ./chapters/index.md:3:1"))
    }

    @Test func pathsWithoutARepositoryAreBelowTheWorkingFolder() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n\n[x](gone.md)\n", to: "docs/chapters/index.md")
        let path = folder.resolvingSymlinksInPath().path + "/docs"
        for content in ["docs", "./docs", path] {
            let github = try run(["check", "--content", content, "--format", "github"])
            #expect(github.output.hasPrefix("::error file=docs/chapters/index.md,line=3,"), "\(github.output)")
        }
    }

    @Test func aTerminalWithoutColoursGetsNone() {
        #expect(allowsColour(["TERM": "xterm-256color"]) && allowsColour([:]))
        #expect(!allowsColour(["TERM": "dumb"]) && !allowsColour(["TERM": "xterm", "NO_COLOR": "1"]))
    }
}
