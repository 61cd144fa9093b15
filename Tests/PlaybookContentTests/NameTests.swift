import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookModel
import Testing

/// Names of files that break lines, or that Swift divides into Characters at other places than the file system does.
@Suite struct NameTests {
    private func load(_ files: [String: String]) async throws -> LoadedContent {
        let place = FileManager.default.temporaryDirectory.appending(path: "names-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        for (name, text) in files {
            // Written with system calls, because Foundation changes names.
            let path = place.path + "/" + name
            try FileManager.default.createDirectory(
                atPath: path.pathFolder, withIntermediateDirectories: true)
            let file = try #require(fopen(path, "w"))
            fputs(text, file)
            fclose(file)
        }
        return await PlaybookContent.load(try await ContentFolder.read(place.path), rules: .errorsOnly) { _ in
            CalendarDate(days: 20_779)
        }
    }

    @Test(arguments: ["a\rb", "a\nb", "a\r\nb", "a\tb", "a\u{1B}b", "a\u{202E}b", "a\u{2028}b", "a\u{85}b"])
    func aNameWithAControlCharacterIsFound(_ name: String) async throws {
        for file in ["chapters/\(name).md", "assets/\(name).svg", "snippets/\(name)/x.md"] {
            let loaded = try await load(["chapters/index.md": "# Home\n", file: "x"])
            #expect(loaded.diagnostics.map(\.rule.name) == ["misplaced-file"], "\(file)")
            #expect(loaded.diagnostics[0].help == "rename it")
        }
    }

    @Test func aSlashIsASlashWhateverStandsBesideIt() async throws {
        let loaded = try await load([
            "chapters/index.md": "# Home\n\n[a](xൎ/y.md), [b](ൎ.md), [c](%CC%81z.md)\n\n![p](../assets/dൎ/p.svg)\n",
            "chapters/xൎ/y.md": "# Y\n", "chapters/ൎ.md": "# Z\n", "chapters/\u{301}z.md": "# Z\n",
            "assets/dൎ/p.svg": "<svg/>",
        ])
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(Set(library.chapters.map(\.path)) == ["index.md", "xൎ/y.md", "ൎ.md", "\u{301}z.md"])
        #expect(library.assets.map(\.name) == ["assets/dൎ/p.svg"])
        #expect(ChapterPath("xൎ/y.md").page == "xൎ/y" && ChapterPath("ൎ.md").page == "ൎ")
    }

    /// UTF-16 without a mark is well-formed UTF-8 as long as it has ASCII letters only.
    @Test func aNULIsNoText() async throws {
        let text = "# Home\n".utf8.flatMap { [$0, UInt8(0)] }
        for name in ["chapters/index.md", "snippets/a.md", "accounts/a.yml", "playbook.yml", "touches/a.csv"] {
            let other = SourceFile(path: "chapters/b.md", name: "chapters/b.md", bytes: Array("# B\n".utf8))
            let file = SourceFile(path: name, name: name, bytes: text)
            let loaded = await PlaybookContent.load(ContentFolder(path: "", files: [file, other])) { _ in
                CalendarDate(days: 20_779)
            }
            let found = loaded.diagnostics.filter { $0.place.file == name && $0.rule.name != "missing-company" }
            #expect(found.map(\.rule.name) == ["invalid-utf8"], "\(name)")
            #expect(found.first?.help == "it looks like UTF-16: save the file as UTF-8", "\(name)")
        }
    }

    @Test(arguments: ["de-", "x\"y", "", "de_AT", "de AT", "é"])
    func aLanguageIsATag(_ language: String) async {
        let account = "name: A\nlanguage: «invalid-value»\"\(language.replacing("\"", with: "\\\""))\"«»\n"
        let folder = MarkedFolder([
            "playbook.yml": playbook, "chapters/index.md": "# Home\n", "accounts/a.yml": account,
        ])
        #expect(await folder.found(folder.load()) == folder.marks)
    }
}
