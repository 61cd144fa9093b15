import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// Pages that choose their own address and their name in menus, and section pages with the names that Hugo uses.
@Suite struct OwnAddressTests {
    private static let files = [
        "chapters/index.md": "# Home\n",
        "chapters/a/_index.md": "# Section A\n",
        "chapters/a/one.md":
            "---\nnav_title: Short\npath: /elsewhere/uno/\naliases: [old]\n---\n# A long title\n\n[two](two.md) [a](_index.md)\n",
        "chapters/a/two.md": "# Two\n\nSee [one](one.md).\n",
    ]

    @Test func aPageIsWhereItsPathSays() async throws {
        let files = try await textsOfSite(Self.files)
        #expect(files["a/one/index.html"] == nil)
        let page = try #require(files["elsewhere/uno/index.html"])
        #expect(page.contains("href=\"../../a/two/index.html\">two</a>"), "\(page)")
        #expect(page.contains("href=\"../../a/index.html\">a</a>"))
        #expect(files["a/two/index.html"]?.contains("href=\"../../elsewhere/uno/index.html\">one</a>") == true)
        #expect(files["old/index.html"]?.contains("url=../elsewhere/uno/index.html") == true)
        #expect(files["a/index.html"]?.contains("<h1 id=\"section-a\">Section A</h1>") == true)
    }

    /// macOS writes names of files in another form (NFD) than people type links in (NFC). The address is the one on disk.
    @Test func linksLeadToWhatIsThereInAnyNormalForm() async throws {
        let (nfd, nfc) = ("u\u{308}", "\u{FC}")
        let files = try await textsOfSite([
            "chapters/index.md": "# Home\n\n[m](M\(nfc)hle.md) [g](M\(nfc)hle.md#pr\(nfc)fung)\n",
            "chapters/M\(nfd)hle.md":
                "# M\(nfd)hle\n\n[own](#pr\(nfc)fung) [title](#m\(nfc)hle)\n\n## Pr\(nfd)fung\n\n<!-- include: part.md -->\n\n[in](#t\(nfc)r)\n",
            "chapters/part.md": "# Part\n\n## T\(nfd)r\n\nText.\n",
        ])
        let page = "Mu%CC%88hle/index.html"
        let home = try #require(files["index.html"])
        #expect(home.contains("href=\"\(page)\">m</a>") && home.contains("href=\"\(page)#pru%CC%88fung\">g</a>"))
        let mill = try #require(files["M\(nfd)hle/index.html"])
        let print = try #require(files["print/index.html"])
        for (text, anchor, id) in [
            ("own", "pru%CC%88fung", "pr\(nfd)fung"), ("title", "mu%CC%88hle", "m\(nfd)hle"),
            ("in", "tu%CC%88r", "t\(nfd)r"),
        ] {
            #expect(mill.contains("href=\"#\(anchor)\">\(text)</a>") && mill.utf8.contains(" id=\"\(id)\"".utf8))
            #expect(print.contains("-\(anchor)\">\(text)</a>") && print.utf8.contains("-\(id)\"".utf8), "\(id)")
        }
    }

    /// On pages for printing, the address that a page chooses has no effect, and ids of raw HTML stay as they are.
    @Test func linksHoldOnPagesToPrint() async throws {
        var texts = Self.files
        texts["playbook.yml"] = "site: {raw_html: true}\n"
        texts["chapters/a/two.md"] = "# Two\n\n[one](one.md) [x](three.md#old)\n"
        texts["chapters/a/three.md"] = "# Three\n\n<a id=\"old\"></a>Text.\n"
        let print = try #require(try await textsOfSite(texts)["a/print/index.html"])
        #expect(print.contains("href=\"#part-2\">one</a>"), "\(print)")
        #expect(print.contains("href=\"#old\">x</a>") && print.contains("<a id=\"old\">"))
    }

    /// A link to the heading that is a page's title leads to that heading, also on pages for printing.
    @Test func theTitleIsAPlaceToGoTo() async throws {
        var texts = Self.files
        texts["chapters/a/two.md"] = "# Two\n\n[here](#two) [there](one.md#a-long-title)\n"
        let files = try await textsOfSite(texts)
        #expect(files["a/two/index.html"]?.contains("<h1 id=\"two\">") == true)
        #expect(files["a/two/index.html"]?.contains("href=\"#two\">here</a>") == true)
        #expect(files["elsewhere/uno/index.html"]?.contains("<h1 id=\"a-long-title\">") == true)
        let print = try #require(files["a/print/index.html"])
        for id in ["part-2-a-long-title", "part-3-two"] {
            #expect(print.contains(" id=\"\(id)\"") && print.contains("href=\"#\(id)\""), "\(id): \(print)")
        }
    }

    @Test func menusHaveTheShortTitleAndPagesTheWholeOne() async throws {
        let files = try await textsOfSite(Self.files)
        #expect(files["a/two/index.html"]?.contains(">Short</a>") == true)
        #expect(files["elsewhere/uno/index.html"]?.contains("A long title</h1>") == true)
    }
}
