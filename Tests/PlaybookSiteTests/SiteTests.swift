import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

@testable import PlaybookSite

@Suite struct SiteTests {
    static let haveCorpus = Places.exists(Places.corpus)

    /// The addresses on pages that lead to nothing in the site. This check of links does not know Markdown.
    private func brokenAddresses(in files: [String: String]) -> [String] {
        var broken: [String] = []
        let ids = files.mapValues { Set(attributes(["id"], in: $0)) }
        for (path, html) in files where path.hasSuffix(".html") {
            for address in Set(attributes(["href", "src"], in: html))
            where !address.contains(":") && !address.hasPrefix("//") {
                let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                var target = path.split(separator: "/").map(String.init)
                if !parts[0].isEmpty {
                    // The page for unknown addresses has addresses from the root.
                    if parts[0].hasPrefix("/") { target = [] } else { target.removeLast() }
                    for part in parts[0].split(separator: "/") {
                        if part == ".." { _ = target.popLast() } else { target.append(String(part)) }
                    }
                }
                let page = ids[target.joined(separator: "/")]
                if page == nil || (parts.count == 2 && page?.contains(String(parts[1])) == false) {
                    broken.append("\(path): \(address)")
                }
            }
        }
        return broken.sorted()
    }

    /// The values of attributes: the text between quotes after ` name=`. They are found by bytes, because 5 MB of pages are searched.
    private func attributes(_ names: [String], in html: String) -> [String] {
        let parts = html.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return zip(parts, parts.dropFirst()).compactMap { before, value in
            let isWanted = names.contains { before.suffix($0.utf8.count + 2).elementsEqual(" \($0)=".utf8) }
            return isWanted ? String(value)?.replacing("&amp;", with: "&").removingPercentEncoding : nil
        }
    }

    @Test func everyAddressOfTheBundledSiteLeadsSomewhere() async throws {
        let folder = try await ContentFolder.read(Places.repository.appending(path: "content").path)
        let files = try await textsOfSite(folder)
        #expect(files.count > 20)
        #expect(brokenAddresses(in: files) == [])
    }

    @Test(.enabled(if: haveCorpus, "needs the corpus beside the repository"))
    func theCorpusBuildsAndOnlyItsBrokenLinksAreBroken() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "playbook-corpus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "chapters"), withDestinationURL: Places.corpus)
        var rules = RuleSettings()
        rules.set("broken-link", to: .warning)
        let content = try await ContentFolder.read(folder.path)
        let files = try await textsOfSite(content, rules: rules)
        let chapters = content.files.filter { $0.name.hasSuffix(".md") }
        #expect(chapters.count == 243)
        for chapter in chapters {
            let page = ChapterPath(String(chapter.name.dropFirst("chapters/".count))).page
            #expect(files[page.isEmpty ? "index.html" : page + "/index.html"] != nil, "\(chapter.name)")
        }
        let loaded = await load(content, rules: rules) { _ in today }
        let broken = loaded.diagnostics.map { diagnostic in
            "\(diagnostic.rule.name) \(diagnostic.place.file.dropFirst(folder.path.count + 10)):\(diagnostic.place.range?.lowerBound.line ?? 0)"
        }
        #expect(
            broken == [
                "broken-link UI-UX/recommended-technologies.md:21", "broken-link UI-UX/recommended-technologies.md:25",
                "broken-link UI-UX/recommended-technologies.md:27", "broken-link UI-UX/recommended-technologies.md:31",
                "broken-link automated-testing/ui-testing/teams-tests.md:219", "broken-link code-reviews/faq.md:41",
                "broken-link design/design-patterns/non-functional-requirements-capture-guide.md:54",
                "broken-link design/sustainability/README.md:36",
                "broken-link documentation/guidance/project-and-repositories.md:19",
                "broken-link documentation/guidance/project-and-repositories.md:57",
                "broken-link documentation/guidance/project-and-repositories.md:62",
                "broken-link documentation/tools/automation.md:12",
                "raw-html source-control/component-versioning.md:65",
            ])
        // The pages have as many broken addresses as the sources, in which one page has the same address twice.
        let addresses = brokenAddresses(in: files).filter { !$0.contains("print/index.html:") }
        #expect(addresses.count == 11, "\(addresses)")
    }

    @Test func chaptersAreOrderedAndTurnedLikePages() async throws {
        let files = try await textsOfSite([
            "chapters/index.md": "# Home\n", "chapters/b/index.md": "---\norder: 1\n---\n# Section B\n",
            "chapters/b/two.md": "---\norder: 2\n---\n# Two\n", "chapters/b/one.md": "---\norder: 1\n---\n# One\n",
            "chapters/a.md": "# Alpha\n", "chapters/c/deep/x.md": "# Deep\n",
            "chapters/b/three.md": "---\nhidden: true\n---\n# Hidden\n",
        ])
        let one = try #require(files["b/one/index.html"])
        #expect(one.contains(/rel="prev" href="\.\.\/index\.html"/))
        #expect(one.contains(/rel="next" href="\.\.\/two\/index\.html"/))
        #expect(files["b/two/index.html"]?.contains(/rel="next" href="\.\.\/\.\.\/a\/index\.html"/) == true)
        #expect(files["b/three/index.html"]?.contains("rel=\"next\"") == false)
        #expect(one.contains("Hidden") == false)
        // Folders without an index page are sections too.
        #expect(files["c/index.html"]?.contains(">Deep</a>") == true)
        #expect(files["c/deep/index.html"]?.contains("<h1>Deep</h1>") == true)
    }

    @Test func aPageDoesNotShowWhatIsInClosedSections() async throws {
        let files = try await textsOfSite([
            "chapters/a/index.md": "# A\n", "chapters/a/inner.md": "# Inner\n", "chapters/b.md": "# B\n",
            "chapters/c.md": "# C\n",
        ])
        // The page after it shows it as the previous page.
        #expect(files["b/index.html"]?.contains("Inner") == true)
        #expect(files["c/index.html"]?.contains("Inner") == false)
        #expect(files["a/index.html"]?.contains("Inner") == true)
    }

    /// The size of a chapter's page must not depend on the number of other chapters, whether in its own section or in others.
    @Test func aPageWeighsTheSameAmongManyChapters() async throws {
        func weights(_ perSection: Int) async throws -> [Int] {
            var chapters = ["chapters/index.md": "# Home\n"]
            for section in 0..<10 {
                chapters["chapters/s\(section)/index.md"] = "# Section\n\n[one](c10000.md)\n"
                for number in 0..<perSection {
                    chapters["chapters/s\(section)/c\(10_000 + number).md"] = "# Chapter\n\ntext\n"
                }
            }
            let files = try await textsOfSite(chapters)
            return ["s3/c10005", "s9/c10000"].map { files[$0 + "/index.html"]?.utf8.count ?? 0 }
        }
        let few = try await weights(10)
        let many = try await weights(500)
        #expect(few.allSatisfy { $0 > 1_000 })
        // 60 lines of navigation at most, however many chapters the folder has.
        for (one, other) in zip(few, many) { #expect(other - one < 60 * 120) }
        #expect(try await weights(100) == many)
    }

    @Test func draftsAreNotPublished() async throws {
        let files = try await textsOfSite([
            "chapters/index.md": "# Home\n", "chapters/d.md": "---\ndraft: true\n---\n# Secret\n",
        ])
        #expect(files["d/index.html"] == nil)
        #expect(files.values.allSatisfy { !$0.contains("Secret") })
    }

    @Test func rawHTMLIsLeftOutUnlessItIsAskedFor() async throws {
        let source = "# Home\n\none<br>two <b onclick=\"x()\">bold</b>\n\n<script>alert(1)</script>\n"
        let safe = try await textsOfSite(["chapters/index.md": source])["index.html"]
        #expect(safe?.contains("one<br />\ntwo bold") == true)
        #expect(safe?.contains("alert(1)") == false)
        let raw = try await textsOfSite(["chapters/index.md": source, "playbook.yml": "site: {raw_html: true}\n"])[
            "index.html"]
        #expect(raw?.contains("<script>alert(1)</script>") == true)
    }

    @Test func theTitleHeadingStandsOnce() async throws {
        let files = try await textsOfSite([
            "chapters/index.md": "# Home *now*\n\ntext\n", "chapters/a.md": "---\ntitle: Own\n---\n\ntext\n",
        ])
        #expect(files["index.html"]?.matches(of: /<h1/).count == 1)
        #expect(files["index.html"]?.contains("<h1 id=\"home-now\">Home now</h1>") == true)
        #expect(files["a/index.html"]?.contains("<h1>Own</h1>") == true)
    }
}
