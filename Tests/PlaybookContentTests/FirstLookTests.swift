import PlaybookCore
import PlaybookMarkup
import Testing

@testable import PlaybookContent

/// Most texts are passed over after one look at their bytes. What the look is for must never be passed over with them.
@Suite struct FirstLookTests {
    private func findings(_ text: String) -> [Diagnostic] {
        let file = SourceFile(path: "chapters/a.md", name: "chapters/a.md", bytes: Array(text.utf8))
        return controlCharacters(in: file, from: 0)
    }

    /// Each character that is forbidden, or a tag, is found wherever it stands among the eight bytes that are looked at together.
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

    /// Front matter that is not read is found whatever its first line begins with.
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
