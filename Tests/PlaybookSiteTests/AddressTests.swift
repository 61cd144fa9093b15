import Testing

@testable import PlaybookSite

@Suite struct AddressTests {
    @Test(arguments: [
        ("", "a/b", "a/b/index.html"), ("a/b", "", "../../index.html"), ("a/b", "a/c", "../c/index.html"),
        ("a", "a/b", "b/index.html"), ("a/b", "a", "../index.html"), ("a", "a", "index.html"), ("", "", "index.html"),
        ("a/b", "c", "../../c/index.html"), ("a", "ä b#", "../ä%20b%23/index.html"),
        ("", "a\tb", "a%09b/index.html"), ("", "javascript:x", "javascript%3Ax/index.html"),
        ("", "5%", "5%25/index.html"),
        ("", "'x", "%27x/index.html"), ("", "xൎ/y", "xൎ/y/index.html"), ("xൎ/z", "xൎ/y", "../y/index.html"),
    ])
    func pagesAreReachedByRelativePaths(_ from: String, _ to: String, _ expected: String) {
        #expect(address(from: from, toPage: to) == expected)
    }

    @Test func aHeadingOfTheSamePageNeedsNoPath() {
        #expect(address(from: "a", toPage: "a", anchor: "x") == "#x")
        #expect(address(from: "a", toPage: "b", anchor: "x") == "../b/index.html#x")
    }
}
