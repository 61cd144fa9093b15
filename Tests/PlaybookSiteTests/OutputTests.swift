import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

@testable import PlaybookSite

/// The files of a site besides the pages of chapters.
@Suite struct OutputTests {
    private static let settings = "site: {title: Book, base_url: \"https://book.example/docs\"}\n"
    private static let chapters = [
        "chapters/index.md": "# Home\n\n[one](a/one.md#part) and [two](a/two.md)\n",
        "chapters/a/index.md": "---\ntitle: Section A\n---\n",
        "chapters/a/one.md":
            "---\norder: 1\naliases: [old/one, /older.md]\n---\n# One\n\n## Part\n\ntext[^1]\n\n[^1]: note\n",
        "chapters/a/two.md":
            "---\norder: 2\n---\n# Two\n\n## Part\n\n[part](one.md#part), [home](../index.md)[^1]\n\n[^1]: other\n",
        "chapters/a/hidden.md": "---\nhidden: true\n---\n# Hidden\n",
    ]

    private func made(_ more: [String: String] = [:], changes: [String: LastChange] = [:]) async throws -> [String:
        String]
    {
        let files = Self.chapters.merging(["playbook.yml": Self.settings]) { first, _ in first }
        return try await textsOfSite(files.merging(more) { _, second in second }, changes: changes)
    }

    @Test func aSectionAndTheBookCanBePrinted() async throws {
        let files = try await made()
        let book = try #require(files["print/index.html"])
        let section = try #require(files["a/print/index.html"])
        #expect(book.contains("<h1>Book</h1>"))
        #expect(book.matches(of: /<h2 id="part-\d">/).count == 4)
        #expect(section.matches(of: /<h2 id="part-\d">/).count == 3)
        #expect(!book.contains("Hidden"))
        // Two chapters have a heading and a footnote of the same name.
        let ids = book.matches(of: /\ id="([^"]+)"/).map(\.output.1)
        #expect(Set(ids).count == ids.count && ids.contains("part-3-part") && ids.contains("part-4-fn-1"))
        // A link leads to the same sheet if its target is on it, and otherwise to the page.
        #expect(book.contains("href=\"#part-3-part\"") && book.contains("href=\"#part-4\""))
        #expect(section.contains("href=\"#part-2-part\"") && section.contains("href=\"../../index.html\""))
        #expect(files["a/index.html"]?.contains("href=\"print/index.html\"") == true)
    }

    @Test func whatCannotBePrintedAtOnceHasNoPageForIt() async throws {
        var chapters = ["chapters/a/index.md": "# A\n"]
        for number in 0..<PrintPages.limit { chapters["chapters/a/c\(number).md"] = "# C\n" }
        let files = try await made(chapters)
        #expect(files["print/index.html"] == nil && files["a/print/index.html"] == nil)
        #expect(files["a/index.html"]?.contains("on one page") == false)
    }

    @Test func aliasesLeadToThePage() async throws {
        let files = try await made()
        for (alias, target) in [("old/one", "../../a/one/index.html"), ("older", "../a/one/index.html")] {
            let page = try #require(files[alias + "/index.html"])
            #expect(page.contains("content=\"0; url=\(target)\""))
            #expect(
                page.contains(
                    "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\""
                ))
        }
    }

    @Test func eachChapterHasItsMarkdownBesideIt() async throws {
        let files = try await made([
            "chapters/a/one.md": "# One\n\n## Part\n\ntext\n\n> [!INTERNAL]\n> secret\n"
        ])
        #expect(files["a/one/index.md"]?.contains("text") == true)
        #expect(files["a/one/index.md"]?.contains("secret") == false)
        #expect(files["llms.txt"]?.contains("[One](https://book.example/docs/a/one/index.md)") == true)
        #expect(files["a/hidden/index.md"] == nil)
    }

    @Test func thePageForUnknownAddressesHoldsAtAnyDepth() async throws {
        let page = try #require(try await made()["404.html"])
        let addresses = page.matches(of: /\ (?:href|src|data-index|data-script)="([^"]+)"/).map { String($0.output.1) }
        #expect(addresses.count > 8)
        #expect(
            addresses.allSatisfy { $0.hasPrefix("/docs/") || $0.hasPrefix("#") || $0.hasPrefix("https:") },
            "\(addresses)")
    }

    @Test func integrityValuesAreThoseOfTheFiles() async throws {
        let files = try await site(contentFolder(Self.chapters))
        let page = try #require(files.first { $0.path == "a/one/index.html" })
        let html = String(decoding: page.bytes, as: UTF8.self)
        let pattern = /\ (?:href|src|data-script)="..\/..\/([^"]+)" (?:data-)?integrity="sha256-([^"]+)"/
        let assets = html.matches(of: pattern)
        #expect(assets.count == 3)
        for asset in assets {
            let file = try #require(files.first { $0.path == asset.output.1 })
            #expect(sha256Base64(file.bytes) == asset.output.2)
        }
    }

    @Test func aCompanysLogoAndAccentAreOnEveryPage() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in [
            ("chapters/index.md", "# Home\n"), ("assets/our logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            ("playbook.yml", "site: {logo: our logo.svg, accent: {light: \"#7A1F5C\", dark: \"#E9A6D3\"}}\n"),
        ] {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let files = try await textsOfSite(try await ContentFolder.read(folder.path))
        #expect(
            files["index.html"]?.contains(
                /<img src="assets\/our logo\.[0-9a-f]{12}\.svg" alt=""|our%20logo\.[0-9a-f]{12}/) == true)
        let style = files.first { $0.key.hasPrefix("assets/site.") && $0.key.hasSuffix(".css") }
        #expect(style?.value.hasSuffix(":root { --accent: light-dark(#7A1F5C, #E9A6D3); }\n") == true)
    }

    @Test func theFeedHasWhatChangedLast() async throws {
        let changes = [
            "a/one.md": LastChange(seconds: 1_000, time: "1970-01-01T01:16:40+01:00", author: "A & B"),
            "a/two.md": LastChange(seconds: 2_000, time: "1970-01-01T00:33:20+00:00", author: "C"),
            "a/hidden.md": LastChange(seconds: 3_000, time: "1970-01-01T00:50:00+00:00", author: "D"),
        ]
        let files = try await made(changes: changes)
        let feed = try #require(files["feed.xml"])
        #expect(feed.matches(of: /<title>([^<]+)<\/title>/).map(\.output.1) == ["Book", "Two", "One"])
        #expect(feed.contains("<updated>1970-01-01T00:33:20+00:00</updated>"))
        #expect(feed.contains("<name>A &amp; B</name>") && feed.contains("<id>https://book.example/docs/a/one/</id>"))
        #expect(files["a/one/index.html"]?.contains("Changed on 1 January 1970 by A &amp; B") == true)
        #expect(files["index.html"]?.contains("type=\"application/atom+xml\"") == true)
        let without = try await made()
        #expect(without["feed.xml"] == nil && without["index.html"]?.contains("atom+xml") == false)
        #expect(without["a/one/index.html"]?.contains("Changed on") == false)
    }

    @Test func aHeadingForColleaguesIsNoTitle() async throws {
        let files = try await made(["chapters/a/talk.md": "> [!INTERNAL]\n> # Secret\n\n# Open\n"])
        #expect(files["a/talk/index.html"]?.contains("<h1>Open</h1>") == true)
        for (path, text) in files where path != "a/talk/index.html" { #expect(!text.contains("Secret"), "\(path)") }
    }

    @Test func aChapterBesideAFolderOfItsNameIsItsPage() async throws {
        let files = try await made(["chapters/b.md": "# Bee\n", "chapters/b/inner.md": "# Inner\n"])
        #expect(files["llms.txt"]?.matches(of: /\[Bee\]/).count == 1)
        #expect(files["llms.txt"]?.matches(of: /\[Inner\]/).count == 1)
        let ids = (files["print/index.html"] ?? "").matches(of: /\ id="(part-\d+)"/.ignoresCase()).map {
            String($0.output.1)
        }
        #expect(Set(ids).count == ids.count && !ids.isEmpty)
    }
}
