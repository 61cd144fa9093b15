import Foundation
import Glibc
import Testing

@testable import PlaybookCore

/// Paths, and files that are replaced.
@Suite struct FileTests {
    let place = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true) }

    /// U+0D4E joins the character after it in Swift, but not in a path.
    @Test(arguments: [
        ("a/b", "a", "b"), ("b", ".", "b"), ("/b", "/", "b"), ("a\u{D4E}/b", "a\u{D4E}", "b"),
        ("a/\u{301}b", "a", "\u{301}b"),
        ("a/b\u{D4E}", "a", "b\u{D4E}"),
    ])
    func pathsAreBytes(_ path: String, _ folder: String, _ name: String) {
        #expect(Array(PlaybookCore.folder(of: path).utf8) == Array(folder.utf8))
        #expect(Array(PlaybookCore.name(of: path).utf8) == Array(name.utf8))
    }

    @Test func onlyWhatIsBelowIsInside() {
        #expect(isInside("/a/b", "/a") && isInside("/a", "/a") && isInside("/a", "/"))
        #expect(!isInside("/ab", "/a") && !isInside("/a", "/a/b"))
    }

    @Test func aPathThatIsNotThereIsResolvedAsFarAsItIs() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let real = try resolvingLinks(place.path)
        try FileManager.default.createSymbolicLink(atPath: place.path + "/link", withDestinationPath: "real/deep")
        #expect(try resolvingPath(place.path + "/link") == ResolvedPath(path: real + "/real/deep", isDangling: true))
        #expect(try resolvingPath(place.path + "/x/../y/./z") == ResolvedPath(path: real + "/y/z", isDangling: false))
        try FileManager.default.createDirectory(atPath: place.path + "/real/deep", withIntermediateDirectories: true)
        #expect(
            try resolvingPath(place.path + "/link/x") == ResolvedPath(path: real + "/real/deep/x", isDangling: false))
    }

    @Test func aNameIsShortenedBetweenCharacters() {
        #expect(shortened("ab", toBytes: 2) == "ab")
        #expect(shortened("aéz", toBytes: 2) == "a")
        #expect(shortened("aéz", toBytes: 3) == "aé")
    }

    /// Works with a name of the greatest possible length, and leaves the user's other files alone.
    @Test(arguments: ["a.md", String(repeating: "x", count: 252) + ".md"])
    func aFileIsReplacedWholeWhateverItsName(_ name: String) throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.path + "/" + name
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        chmod(path, 0o640)
        let own = place.appending(path: ".a.md.new")
        try Data("mine".utf8).write(to: own)
        try replaceFile(path, with: Array("new".utf8))
        #expect(try readFile(path) == Array("new".utf8))
        #expect(try String(contentsOf: own, encoding: .utf8) == "mine")
        #expect(try status(ofFile: path)?.st_mode == S_IFREG | 0o640)
        #expect(try listFolder(place.path, hidden: true).count == 2)
    }

    @Test(.enabled(if: getuid() == 0, "needs the right to give files away"))
    func aReplacedFileStaysItsOwners() throws {
        defer { try? FileManager.default.removeItem(at: place) }
        let path = place.path + "/a.md"
        try Data("old".utf8).write(to: URL(fileURLWithPath: path))
        chown(path, 1_234, 2_345)
        try replaceFile(path, with: Array("new".utf8))
        let status = try status(ofFile: path)
        #expect(status?.st_uid == 1_234 && status?.st_gid == 2_345)
    }
}
