import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import Testing

@testable import PlaybookContent

/// Most texts are skipped after a quick check of their bytes. A text with something to find must never be skipped.
@Suite struct FirstLookTests {
    private func findings(_ text: String) -> [Diagnostic] {
        let file = SourceFile(path: "chapters/a.md", name: "chapters/a.md", bytes: Array(text.utf8))
        return controlCharacters(in: file, from: 0)
    }

    /// Each forbidden character and each tag is found at every place in the eight bytes that are checked together.
    @Test func everyForbiddenCharacterIsFound() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), scalar != "\r" else { continue }
            let isTag = (0xE0020...0xE007F).contains(value)
            guard scalar.isForbiddenInText || isTag else { continue }
            for before in ["", "1234567", "12345678", "é…\u{1F600}"] {
                #expect(findings(before + String(scalar) + "end").count == 1, "\(scalar.codePoint) behind \(before)")
            }
        }
    }

    @Test func honestTextsHaveNone() {
        for text in [
            "plain\r\n\ttext", "“quoted” — é ü ß", "日本語、한국어", "a\u{200B}b\u{200D}c", "\u{1F600}\u{FE0F}", "﷼ﷺ",
        ] {
            #expect(findings(text).isEmpty, "\(text)")
        }
    }

    @Test(arguments: [
        ("a/b", "a/b"), ("a/../b", "b"), ("a/b/..", "a"), ("a/..", ""), ("..", nil), ("a/../../b", nil),
        ("./a//b/.", "a/b"),
        ("/a", "a"), ("...", "..."), ("a/...", "a/..."), ("", ""), (".a/..b", ".a/..b"), ("a/b/../../c", "c"),
    ])
    func pathsAreNormalised(_ path: String, _ expected: String?) { #expect(normalised(path) == expected) }

    @Test(arguments: [
        ("index.md", true), ("README.md", true), ("_index.md", true), ("a/Index.md", true), ("a/readme", true),
        ("reindex.md", false), ("a/my_index.md", false), ("index/a.md", false), ("_readme.md", false),
        ("index.mdx", false),
    ])
    func indexPages(_ path: String, _ expected: Bool) { #expect(ChapterPath(path).isIndex == expected) }

    /// Front matter that is not read is found, whatever the start of its first line.
    @Test(arguments: [
        "\n---\ntitle: A\n---\n", "----\ntitle: A\n---\n", "—\ntitle: A\n---\n", "+++\ntitle = 1\n+++\n",
        "{\"title\": 1}\n",
        "title: A\n---\n", "<!-- x -->\n---\ntitle: A\n---\n", "# A\n---\ntitle: A\n---\n",
        "\u{200B}---\ntitle: A\n---\n",
        ";;;\ntitle: A\n;;;\n",
    ])
    func unseenFrontMatterIsFound(_ text: String) {
        let file = SourceFile(path: "a.md", name: "chapters/a.md", bytes: Array(text.utf8))
        #expect(UnseenFrontMatter(in: file, keys: ["title"]) != nil)
    }
}
