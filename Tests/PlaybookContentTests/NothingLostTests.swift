import Foundation
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

@testable import PlaybookContent

/// The contents of a file end up in the library, or an error says why they do not.
@Suite struct NothingLostTests {
    private static let translations = """
        languages:
          de:
            roles: {«unknown-role»maintainance«»: Instandhaltung}
            kpis: {«unknown-kpi»oe«»: {title: Anlage}}

        """

    static let cases: [MistakeCase] = [
        MistakeCase("translations of what is in no vocabulary", ["playbook.yml": playbook + translations]),
        MistakeCase(
            "words that only a translation has",
            [
                "playbook.yml": playbook + translations,
                "accounts/a.yml":
                    "name: A\nkpis: {«unknown-kpi»oe«»: {target: 85}}\n"
                    + "contacts: [{name: B, email: b@a.example, roles: [«unknown-role»maintainance«»]}]\n",
                "snippets/a.md": snippet().replacing("[maintenance]", with: "[«unknown-role»maintainance«»]"),
                "voice/v.md":
                    "---\naccount: a\ndate: 2026-10-01\nkind: request\nstate: open\nkpis: [«unknown-kpi»oe«»]\n---\nPlease.\n",
            ]),
        MistakeCase(
            "a vocabulary that cannot be read is told alone",
            [
                "playbook.yml": playbook.replacing("\nroles: {", with: "\n«unknown-key»rols«»: {"),
                "snippets/a.md": snippet(),
            ]),
    ]

    @Test(arguments: cases) func exactlyTheMarkedMistakesAreFound(_ mistake: MistakeCase) async {
        let folder = MarkedFolder(mistake.files)
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
        #expect(loaded.library == nil)
    }

    @Test func theNearestRoleIsOfferedAtATranslation() async {
        let folder = MarkedFolder(["chapters/index.md": "# Home\n", "playbook.yml": playbook + Self.translations])
        let loaded = await folder.load()
        #expect(loaded.diagnostics.map(\.help) == ["did you mean `maintenance`?", "did you mean `oee`?"])
    }

    @Test func anAccountMayEndInYAML() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n\n[A](../accounts/a.yaml)\n", "playbook.yml": playbook,
            "accounts/a.yaml": "name: A\n", "snippets/a.md": snippet("accounts: [a]"),
        ])
        let loaded = await folder.load()
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics.map(\.message))")
        #expect(loaded.library?.accounts.map(\.id) == ["a"])
    }

    @Test func oneAccountCannotHaveTwoFiles() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n", "playbook.yml": playbook, "accounts/a.yaml": "name: A\n",
            "accounts/a.yml": "«duplicate-id»«»name: A\n",
        ])
        #expect(folder.found(await folder.load()) == folder.marks)
    }

    @Test func aLinkThatMayNotBeFollowedIsNotSaidToLeadNowhere() async throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "links-\(UUID().uuidString)")
        let chapters = place.appending(path: "content/chapters")
        try FileManager.default.createDirectory(at: chapters, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        try Data("# Home\n".utf8).write(to: chapters.appending(path: "index.md"))
        // Tests may run as root, for whom permissions do not matter. A name that is too long fails for everybody.
        let name = String(repeating: "x", count: 255)
        try FileManager.default.createSymbolicLink(
            atPath: chapters.appending(path: "long.md").path, withDestinationPath: name + "x")
        try FileManager.default.createSymbolicLink(
            atPath: chapters.appending(path: "circle.md").path, withDestinationPath: "circle.md")
        let folder = try await ContentFolder.read(place.appending(path: "content").path)
        let messages = folder.diagnostics.filter { $0.rule.name == "misplaced-file" }.map(\.message).sorted()
        #expect(
            messages
                == [
                    "a link that leads nowhere, or in a circle", "a link that cannot be followed: File name too long",
                ].sorted())
    }

    private static let whole = [
        "chapters/index.md": "# Home\n", "chapters/d.md": "---\ndraft: true\n---\n# D\n", "shared/s.md": "# S\n",
        "snippets/a.md": snippet(), "accounts/alpha.yml": "name: Alpha Foods\n",
        "accounts/crm.csv": "Id,Name\nbravo,Bravo Works\ncharlie,Charlie Mills\n",
        "voice/v.md": "---\naccount: alpha\ndate: 2026-10-01\nkind: request\nstate: open\n---\nPlease.\n",
        "readings/r.csv": "account,kpi,month,value\n", "touches/t.csv": "date,account,contact,channel,note\n",
        "playbook.yml": playbook + "crm: {columns: {id: Id, name: Name}}\n",
    ]

    @Test func aWholeLibraryHasLostNothing() async {
        let loaded = await MarkedFolder(Self.whole).load()
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        #expect(loaded.lostFiles.isEmpty && loaded.library != nil)
    }

    @Test func aFileThatNothingReadsIsLost() async {
        let folder = MarkedFolder(Self.whole.merging(["voice/w.txt": "x"]) { $1 })
        let loaded = await folder.load()
        #expect(loaded.lostFiles.map(\.name) == ["voice/w.txt"])
        #expect(loaded.library == nil)
    }

    /// Simulates a fault in reading: a library without one of its records.
    @Test func aRecordThatIsGoneIsFound() async throws {
        let folder = MarkedFolder(Self.whole)
        let library = try #require(await folder.load().library)
        let records: [String: [FileRecord]] = [
            "chapters/index.md": [.chapter("index.md")], "chapters/d.md": [.part], "shared/s.md": [.part],
            "snippets/a.md": [.snippet("a")], "accounts/alpha.yml": [.account("alpha")],
            "accounts/crm.csv": [.part, .account("bravo"), .account("charlie")], "voice/v.md": [.voice("v")],
            "readings/r.csv": [.part], "touches/t.csv": [.part], "playbook.yml": [.part],
        ]
        func lost(_ library: Library) -> [String] { lostFiles(folder.files, records: records, in: library).map(\.name) }
        func broken(
            chapters: [Chapter]? = nil, snippets: [Snippet]? = nil, accounts: [Account]? = nil,
            voices: [VoiceRecord]? = nil
        ) -> Library {
            Library(
                configuration: library.configuration, chapters: chapters ?? library.chapters,
                snippets: snippets ?? library.snippets, accounts: accounts ?? library.accounts,
                voices: voices ?? library.voices)
        }
        #expect(lost(library).isEmpty)
        #expect(lost(broken(chapters: [])) == ["chapters/index.md"])
        #expect(lost(broken(snippets: [])) == ["snippets/a.md"])
        #expect(lost(broken(voices: [])) == ["voice/v.md"])
        #expect(lost(broken(accounts: library.accounts.filter { $0.id != "alpha" })) == ["accounts/alpha.yml"])
        #expect(lost(broken(accounts: library.accounts.filter { $0.id != "charlie" })) == ["accounts/crm.csv"])
    }
}
