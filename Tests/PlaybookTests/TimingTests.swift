import Foundation
import TestSupport
import Testing

@testable import playbook

/// The reports of a run: its steps, its progress, and what it has made.
@Suite struct TimingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "timing-\(UUID().uuidString)")

    private func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func run(_ arguments: String...) throws -> Program.Outcome { try Program.run(arguments, in: folder) }

    /// A build of the bundled content into the test's own folder.
    private func build(_ more: String...) throws -> Program.Outcome {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let content = Places.repository.appending(path: "content").path
        return try Program.run(
            ["build", content, "--as-of", "2026-11-22", "--no-sync", "--output", "out"] + more, in: folder)
    }

    private struct Summary: Decodable {
        struct Site: Decodable {
            var folder: String
            var chapters, pages, files, bytes: Int
        }

        struct Digests: Decodable {
            var folder, month: String
            var messages, files, bytes: Int
            var contacts: [String: Int]
        }

        struct Timing: Decodable {
            var step: String
            var wall_microseconds, processor_microseconds, files, bytes: Int
        }

        var site: Site?
        var digests: Digests?
        var findings: [String: Int]
        var exit_code: Int
        var timings: [Timing]?
    }

    private func summary(_ text: String) throws -> Summary {
        try JSONDecoder().decode(Summary.self, from: Data(text.utf8))
    }

    /// The files below a folder and their bytes, without the marker.
    private func size(_ name: String) throws -> (files: Int, bytes: Int) {
        let place = folder.appending(path: name)
        var (files, bytes) = (0, 0)
        for path in try FileManager.default.subpathsOfDirectory(atPath: place.path) where path != ".made-by-playbook" {
            let data = try? Data(contentsOf: place.appending(path: path))
            if let data { (files, bytes) = (files + 1, bytes + data.count) }
        }
        return (files, bytes)
    }

    @Test func timingsAreATableOfSteps() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try build("--timings")
        #expect(outcome.code == 0 && outcome.output.hasPrefix("Site: "))
        let table = outcome.errors.split(separator: "\n").drop { !$0.hasPrefix("step ") }
        #expect(table.first?.contains(#/^step +wall +processor +files +bytes$/#) == true)
        #expect(
            table.dropFirst().map { $0.components(separatedBy: "  ")[0] } == [
                "reading content", "checking content", "reading templates", "reading the history", "making messages",
                "planning the site", "making pages", "making print pages", "making feeds and sources",
                "making the search", "putting in place", "all",
            ])
        #expect(table.dropFirst().allSatisfy { $0.contains(#/ [0-9]+\.[0-9]{3} s +[0-9]+\.[0-9]{3} s/#) })
        // They are given only on request.
        #expect(try !build().errors.contains("wall"))
        #expect(try build("--timings", "--quiet", "--fresh").errors.contains("making pages"))
    }

    @Test func checksHaveStepsToo() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n\n[x](gone.md)\n", to: "content/chapters/index.md")
        let outcome = try run("check", "--timings")
        #expect(outcome.code == 1 && outcome.output.hasSuffix("1 error in 1 file\n"))
        #expect(outcome.errors.contains(#/\nreading content +0\.[0-9]+ s +[0-9.]+ s +1 +21\nchecking content /#))
        let build = try run("build", "--timings")
        #expect(build.code == 1 && build.errors.contains("checking content"))
    }

    @Test func theSummaryForProgramsCountsWhatIsThere() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let outcome = try build("--format", "json", "--timings")
        let summary = try summary(outcome.output)
        let (site, digests) = (try #require(summary.site), try #require(summary.digests))
        #expect(site.folder == "out/_site" && digests.folder == "out/_digests/2026-11" && digests.month == "2026-11")
        #expect(
            try size(site.folder) == (site.files, site.bytes) && size(digests.folder) == (digests.files, digests.bytes))
        #expect(site.pages < site.files && site.pages > site.chapters && site.chapters > 0)
        #expect(digests.messages == digests.contacts["ready"] && summary.exit_code == 0)
        #expect(summary.findings["errors"] == 0)
        let steps = try #require(summary.timings)
        #expect(steps.first?.step == "reading content" && steps.last?.step == "putting in place")
        let written = steps.filter { $0.step.hasPrefix("making") || $0.step.hasPrefix("planning") }
        #expect(written.reduce(0) { $0 + $1.files } == site.files + digests.files)
        #expect(written.reduce(0) { $0 + $1.bytes } == site.bytes + digests.bytes)
        // Findings are in their usual place, and nothing else is printed.
        #expect(outcome.errors.hasPrefix("[") && !outcome.errors.contains("reading content"))
        #expect(try build("--format", "json", "--quiet").output.isEmpty)
        // Without times, the same content gives the same summary.
        #expect(try build("--format", "json").output == build("--format", "json").output)
    }

    @Test func aRefusedBuildHasASummaryForProgramsToo() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("# Home\n\n[x](gone.md)\n", to: "content/chapters/index.md")
        let outcome = try run("build", "--format", "json")
        let summary = try summary(outcome.output)
        #expect(outcome.code == 1 && summary.exit_code == 1)
        #expect(summary.site == nil && summary.digests == nil)
        #expect(summary.findings == ["errors": 1, "warnings": 0] && outcome.errors.contains("broken-link"))
    }

    // MARK: A terminal

    private struct Shown: Decodable {
        var code: Int32
        var terminal, output: String
    }

    /// A build of one chapter on a terminal, with a slow Git.
    private func buildOnTerminal(
        _ streams: String = "errors", columns: Int = 80, _ settings: [String] = [], _ more: [String] = []
    ) throws -> Shown {
        try write("# Home\n\n![](x.svg)\n", to: "content/chapters/index.md")
        try write("<svg/>", to: "content/chapters/x.svg")
        try write("#!/bin/sh\nsleep 1.6\nexit 127\n", to: "bin/git")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: "bin/git").path)
        let path = folder.appending(path: "bin").path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        let outcome = try Program.run(
            URL(fileURLWithPath: "/usr/bin/python3"),
            [
                Places.repository.appending(path: "Tests/Terminal/terminal.py").path, streams, "\(columns)",
                "PATH=\(path)",
            ]
                + settings + ["--", try Program.executable().path, "build", "--no-sync"] + more, in: folder)
        #expect(outcome.errors.isEmpty)
        return try JSONDecoder().decode(Shown.self, from: Data(outcome.output.utf8))
    }

    @Test func aLongRunSaysOnATerminalWhatItDoesAndErasesThat() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let shown = try buildOnTerminal()
        #expect(shown.code == 0 && shown.output == "Site: 1 chapter in _site/\n")
        #expect(shown.terminal.contains("\r\u{1B}[Kreading the history\r\u{1B}[K"))
        // Text that stays is on lines of its own.
        let line = shown.terminal.range(of: "[missing-alternative-text]")
        #expect(line != nil)
        let lines = shown.terminal.split(separator: "\r\n", omittingEmptySubsequences: false)
        for line in lines.dropFirst() { #expect(!line.contains("reading the history"), "\(line)") }
        #expect(lines.last == "" || lines.last?.hasSuffix("\r\u{1B}[K") == true)
    }

    @Test func onATerminalTheSummaryHasTheTime() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let shown = try buildOnTerminal("both")
        #expect(shown.terminal.contains(/Site: 1 chapter in _site\/\r\nTime: [0-9]+\.[0-9]{3} s\r\n$/))
    }

    @Test(arguments: [["CI=true"], ["NO_COLOR=1"], ["TERM=dumb"], ["--quiet"]])
    func whereALineCannotBeRewrittenThereIsNone(_ setting: [String]) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let isQuiet = setting == ["--quiet"]
        let shown = try buildOnTerminal("errors", isQuiet ? [] : setting, isQuiet ? setting : [])
        #expect(
            shown.code == 0 && !shown.terminal.contains("reading the history") && !shown.terminal.contains("\r\u{1B}[K")
        )
    }

    @Test func aNarrowTerminalGetsAShortLine() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let shown = try buildOnTerminal(columns: 12)
        #expect(shown.terminal.contains("\u{1B}[Kreading the\r\u{1B}[K"))
    }

    @Test func logsOfServicesGetNoProgress() {
        #expect(allowsProgress(["TERM": "xterm", "CI": "false"]) && allowsProgress(["CI": ""]))
        #expect(!allowsProgress(["TERM": "xterm", "CI": "true"]) && !allowsProgress(["TERM": "dumb"]))
        #expect(!allowsProgress(["TERM": "xterm", "NO_COLOR": "1"]))
    }
}
