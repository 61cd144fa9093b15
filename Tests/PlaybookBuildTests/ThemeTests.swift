import Foundation
import PlaybookBuild
import PlaybookCore
import TestSupport
import Testing

/// The theme inside the program.
@Suite struct ThemeTests {
    private static let folder = Places.repository.appending(path: "site-templates").path

    /// The folder's files, by their paths below it.
    private func filesOnDisk() throws -> [String: [UInt8]] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder)
        var files: [String: [UInt8]] = [:]
        for name in names where try kind(ofFile: Self.folder + "/" + name) == .file {
            files[name] = try readFile(Self.folder + "/" + name)
        }
        return files
    }

    @Test func theProgramHasTheFilesOfTheFolder() throws {
        let inside = Dictionary(uniqueKeysWithValues: try Theme().files.map { ($0.name, $0.bytes) })
        let onDisk = try filesOnDisk()
        #expect(onDisk.keys.sorted() == inside.keys.sorted(), "Sources/CTheme/theme.c lists the files")
        #expect(onDisk == inside)
    }

    @Test func aFolderReplacesSingleFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "theme-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(
            at: folder.appending(path: "site/assets"), withIntermediateDirectories: true)
        try Data("a".utf8).write(to: folder.appending(path: "site/turn.mustache"))
        try Data("b".utf8).write(to: folder.appending(path: "site/assets/own.css"))
        let theme = try Theme(replacedBy: folder.path)
        let site = theme.files(in: "site")
        #expect(site.first { $0.name == "turn.mustache" }?.bytes == Array("a".utf8))
        #expect(site.contains { $0.name == "page.mustache" && !$0.bytes.isEmpty })
        #expect(theme.files(in: "site/assets").map(\.name).contains("own.css"))
        #expect(theme.files.count == (try Theme().files.count) + 1)
    }
}
