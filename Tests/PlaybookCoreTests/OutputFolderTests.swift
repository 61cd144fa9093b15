import Foundation
import Testing

@testable import PlaybookCore

/// The contents of an output folder before, during and after a run.
@Suite struct OutputFolderTests {
    let folder: URL
    private var root: String { folder.path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "output-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func put(_ text: String, at name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func text(_ name: String) throws -> String {
        try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending(path: name).path, withDestinationPath: target)
    }

    /// Every name below the folder. Folders end in a slash; the contents of linked folders are left out.
    private func everything(in name: String = "") throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.appending(path: name).path)
        return names.sorted()
    }

    /// A run that writes the site and a month.
    private func build(_ word: String, month: String = "2026-11", in output: String = "") async throws {
        let place = output.isEmpty ? root : root + "/" + output
        try await OutputFolder.write(to: place, syncing: false, reporting: { Issue.record($0) }) { output in
            try output.stage("_digests/\(month)").write(OutputFile(path: "a/b.eml", text: word))
            try output.stage("_site").write(OutputFile(path: "index.html", text: word))
        }
    }

    @Test func whatIsWrittenIsInPlaceAndNothingElse() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for word in ["one", "two"] {
            try await build(word)
            #expect(try text("_site/index.html") == word)
            #expect(try text("_digests/2026-11/a/b.eml") == word)
            #expect(
                try everything() == [
                    "_digests", "_digests/2026-11", "_digests/2026-11/.made-by-playbook", "_digests/2026-11/a",
                    "_digests/2026-11/a/b.eml", "_site", "_site/.made-by-playbook", "_site/index.html",
                ])
        }
    }

    @Test func aFailureLeavesEverythingAsItWas() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        struct Failure: Error {}
        await #expect(throws: Failure.self) {
            try await OutputFolder.write(to: root, syncing: false, reporting: { Issue.record($0) }) { output in
                try output.stage("_digests/2026-11").write(OutputFile(path: "a", text: ""))
                throw Failure()
            }
        }
        #expect(try everything() == [])
    }

    @Test func oneRunAtATime() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = root
        try await OutputFolder.write(to: root, syncing: false, reporting: { Issue.record($0) }) { output in
            let writer = try output.stage("_site")
            await #expect(throws: StagingError.busy(root)) {
                try await OutputFolder.write(to: root, syncing: false, reporting: { Issue.record($0) }) { _ in }
            }
            try writer.write(OutputFile(path: "index.html", text: "first"))
        }
        #expect(try text("_site/index.html") == "first")
    }

    @Test func aWriterWritesNothingAfterItsRun() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        var kept: FolderWriter?
        try await OutputFolder.write(to: root, syncing: false, reporting: { Issue.record($0) }) { output in
            kept = try output.stage("_site")
        }
        let writer = try #require(kept)
        #expect(throws: FileError.self) { try writer.write(OutputFile(path: "late/x", text: "")) }
        #expect(try everything() == ["_site", "_site/.made-by-playbook"])
    }

    @Test func noPathIsWrittenTwice() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        await #expect(throws: FileError.self) {
            try await OutputFolder.write(to: root, syncing: false, reporting: { Issue.record($0) }) { output in
                let writer = try output.stage("_site")
                try writer.write([OutputFile(path: "a", text: "1"), OutputFile(path: "a", text: "2")])
            }
        }
        #expect(try everything() == [])
    }

    /// A person who knows the names cannot make a build write to another place.
    @Test func whatStandsAtItsOwnNamesIsNeitherFollowedNorEmptied() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("keep", at: "precious/x")
        try put("", at: "precious/.made-by-playbook")
        try put("keep", at: "out/.playbook-work-2/x")
        try link("out/.playbook-work-1", to: "../precious")
        try link("out/.playbook-work-3", to: "nowhere")
        try await build("new", in: "out")
        #expect(try text("precious/x") == "keep")
        #expect(try text("out/.playbook-work-2/x") == "keep")
        #expect(try text("out/_site/index.html") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: root + "/out/.playbook-work-3") == "nowhere")
    }

    @Test(arguments: [".playbook.lock", ".playbook-exchange"])
    func aFileOfSomebodyElsesIsNotTakenForOurs(_ name: String) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("mine", at: name)
        await #expect(throws: StagingError.self) { try await build("new") }
        #expect(try text(name) == "mine")
        try FileManager.default.removeItem(at: folder.appending(path: name))
        try put("mine", at: "elsewhere")
        try link(name, to: "elsewhere")
        await #expect(throws: (any Error).self) { try await build("new") }
        #expect(try everything() == [name, "elsewhere"].sorted())
    }

    /// The month must not be replaced if the site cannot be.
    @Test(arguments: ["_site", "_digests", "_digests/2026-11"])
    func aLinkThatLeadsNowhereIsRefusedBeforeAnythingIsExchanged(_ name: String) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try await build("old")
        try FileManager.default.removeItem(at: folder.appending(path: name))
        try link(name, to: "nowhere")
        let before = try everything()
        await #expect(throws: StagingError.dangling(root + "/" + name)) { try await build("new") }
        try FileManager.default.removeItem(at: folder.appending(path: name))
        try link(name, to: (name as NSString).lastPathComponent)
        await #expect(throws: StagingError.dangling(root + "/" + name)) { try await build("new") }
        #expect(try everything() == before)
        for kept in ["_site/index.html", "_digests/2026-11/a/b.eml"] where !kept.hasPrefix(name) {
            #expect(try text(kept) == "old")
        }
    }

    @Test func aLinkStaysALinkAndItsTargetIsReplaced() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("", at: "www/site/.made-by-playbook")
        try put("old", at: "www/site/index.html")
        try FileManager.default.createDirectory(at: folder.appending(path: "out"), withIntermediateDirectories: true)
        try link("out/_site", to: "../www/site")
        try await build("new", in: "out")
        #expect(try text("www/site/index.html") == "new")
        #expect(isSymbolicLink(root + "/out/_site"))
        #expect(try everything(in: "www") == ["site", "site/.made-by-playbook", "site/index.html"])
    }

    @Test func twoOutputFoldersThatLeadToOnePlaceShareItsLock() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try put("", at: "www/site/.made-by-playbook")
        for name in ["one", "two"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
            try link(name + "/_site", to: "../www/site")
        }
        try await OutputFolder.write(to: root + "/one", syncing: false, reporting: { Issue.record($0) }) { output in
            _ = try output.stage("_site")
            await #expect(throws: StagingError.self) { try await build("other", in: "two") }
        }
        #expect(try everything(in: "www") == ["site", "site/.made-by-playbook"])
    }

    @Test func anEmptyFolderIsReplacedAtOnceAndAFilledOneIsNot() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "_site"), withIntermediateDirectories: true)
        try await build("new")
        #expect(try text("_site/index.html") == "new")
        try FileManager.default.removeItem(at: folder.appending(path: "_site/.made-by-playbook"))
        await #expect(throws: StagingError.foreign(root + "/_site")) { try await build("newer") }
        #expect(try text("_site/index.html") == "new")
        #expect(try text("_digests/2026-11/a/b.eml") == "new")
    }

    /// The leftovers of another month from a run that was killed before it wrote its record.
    @Test func leftoversOfAnyMonthAreRemoved() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for place in ["", "_digests/"] {
            try put("", at: place + ".playbook-work-1/.made-by-playbook")
            try put(root, at: place + ".playbook-work-1/.not-in-its-place-yet")
            try put("half", at: place + ".playbook-work-1/index.html")
            try put("", at: place + ".playbook-work-4-old/.made-by-playbook")
            try FileManager.default.createDirectory(
                at: folder.appending(path: place + ".playbook-work-7"), withIntermediateDirectories: true)
            try put("", at: place + ".playbook.lock")
        }
        try put("half", at: ".playbook-exchange.new")
        try await OutputFolder.write(to: root, syncing: false, reporting: { Issue.record($0) }) { output in
            _ = try output.stage("_site")
        }
        #expect(try everything() == ["_digests", "_site", "_site/.made-by-playbook"])
    }
}

/// The folders that a run left when it was killed between two renames, and what the next run does with them.
@Suite struct ExchangeTests {
    let folder = FileManager.default.temporaryDirectory.appending(path: "exchange-\(UUID().uuidString)")

    private func make(_ name: String, _ word: String, isNew: Bool) throws {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data().write(to: place.appending(path: WorkFolder.marker))
        try Data(word.utf8).write(to: place.appending(path: "x"))
        if isNew { try Data(folder.path.utf8).write(to: place.appending(path: WorkFolder.token)) }
    }

    private func record(_ lines: String) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("playbook exchange 1\n\(lines)end\n".utf8).write(
            to: folder.appending(path: ExchangeRecord.fileName))
    }

    /// The places of the old and the new output at the crash. The first is the month, which is exchanged first.
    @Test(arguments: [
        [".playbook-work-1 new", "_site old"], [".playbook-work-1 old", "_site new"], ["_site new"],
        [".playbook-work-1 new"],
        // On a file system that cannot exchange, while it is made:
        [".playbook-work-1 new", ".playbook-work-1-old old"], [".playbook-work-1-old old", "_site new"],
        // and while it is reversed.
        [".playbook-work-1 old", ".playbook-work-1-old new"], [".playbook-work-1-old new", "_site old"],
    ])
    func theNextRunCompletesIt(_ state: [String]) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        for part in state {
            let words = part.split(separator: " ").map(String.init)
            try make(words[0], words[1], isNew: words[1] == "new")
        }
        try record(".playbook-work-1 _site\n")
        try await OutputFolder.complete(in: folder.path, syncing: true, reporting: { Issue.record($0) })
        #expect(try String(contentsOf: folder.appending(path: "_site/x"), encoding: .utf8) == "new")
        let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        #expect(left == ["_site", "_site/.made-by-playbook", "_site/x"])
    }

    @Test func whatTheUserPutThereInTheMeantimeStays() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try make(".playbook-work-1", "new", isNew: true)
        try make("_site", "mine", isNew: false)
        try FileManager.default.removeItem(at: folder.appending(path: "_site/" + WorkFolder.marker))
        try record(".playbook-work-1 _site\n")
        await #expect(throws: StagingError.self) {
            try await OutputFolder.complete(in: folder.path, reporting: { Issue.record($0) })
        }
        #expect(try String(contentsOf: folder.appending(path: "_site/x"), encoding: .utf8) == "mine")
        #expect(try ExchangeRecord.isThere(in: folder.path))
    }

    /// Anybody who can write to the folder can write a record, so a record must not lead out of the folder.
    @Test(arguments: [
        ".playbook-work-1 ../x\n", ".playbook-work-1 /etc\n", "../x _site\n", "precious _site\n",
        ".playbook-work-1 _digests/..\n", ".playbook-work-1 _digests/.x\n", ".playbook-work-1 x\n", "\n",
    ])
    func aRecordThatLeadsElsewhereIsRefused(_ line: String) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try record(line)
        await #expect(throws: StagingError.foreign(folder.path + "/" + ExchangeRecord.fileName)) {
            try await OutputFolder.complete(in: folder.path, reporting: { Issue.record($0) })
        }
    }

    @Test func aWorkFolderThatAnotherOutputFolderWaitsForStays() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let other = folder.path + "/other"
        try make(".playbook-work-1", "new", isNew: false)
        try Data(other.utf8).write(to: folder.appending(path: ".playbook-work-1/" + WorkFolder.token))
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: other + "/" + ExchangeRecord.fileName))
        try await OutputFolder.write(to: folder.path, syncing: false, reporting: { Issue.record($0) }) { _ in }
        #expect(FileManager.default.fileExists(atPath: folder.path + "/.playbook-work-1/x"))
        try FileManager.default.removeItem(atPath: other)
        try await OutputFolder.write(to: folder.path, syncing: false, reporting: { Issue.record($0) }) { _ in }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/.playbook-work-1"))
    }
}
