import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport

/// A content folder under `Tests/Fixtures` whose mistakes are marked in its files. It is written to disk without its marks and read in the same way
/// as a user's folder. U+FFFD in a file stands for a byte that is not UTF-8; a file `expected` lists findings that cannot be marked in a text.
struct FixtureFolder {
    let marks: [MarkedText.Mark]
    private let files: [String: Data]

    static let root = Places.repository.appending(path: "Tests/Fixtures")

    /// - Parameter base: a folder whose files are added, unless the fixture has its own file of that name, or has a
    ///   file `no-base`.
    init(_ name: String, base: String? = nil) throws {
        var texts = try base.map { try Self.texts(in: $0) } ?? [:]
        let own = try Self.texts(in: name)
        if own["no-base"] != nil { texts = [:] }
        texts.merge(own) { $1 }
        var marks: [MarkedText.Mark] = []
        var files: [String: Data] = [:]
        for (file, text) in texts where file != "expected" && file != "no-base" {
            let marked = MarkedText(text, file: "content/" + file)
            // A finding shows only its first line.
            marks += marked.marks.map { mark in
                let line = String(mark.text.prefix { $0 != "\n" })
                return MarkedText.Mark(
                    file: mark.file, rule: mark.rule, line: mark.line, column: mark.column, text: line)
            }
            let parts = marked.text.split(separator: "\u{FFFD}", omittingEmptySubsequences: false).map { Data($0.utf8) }
            files[file] = Data(parts.joined(separator: [0xDF]))
        }
        for line in (texts["expected"] ?? "").split(separator: "\n") {
            // content/FILE:LINE:COLUMN RULE «text»
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            let address = words[0].split(separator: ":").map(String.init)
            marks.append(
                MarkedText.Mark(
                    file: address[0], rule: words[1], line: Int(address[1]) ?? 0, column: Int(address[2]) ?? 0,
                    text: String(words[2].dropFirst().dropLast())))
        }
        self.marks = marks.sorted()
        self.files = files
    }

    private static func texts(in name: String) throws -> [String: String] {
        let folder = root.appending(path: name)
        var texts: [String: String] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            var isFolder: ObjCBool = false
            let url = folder.appending(path: file)
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            texts[file] = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
        return texts
    }

    /// Writes the files without their marks into a folder `content` in a new temporary folder, which the caller removes.
    func write() throws -> URL {
        let place = FileManager.default.temporaryDirectory.appending(path: "fixture-\(UUID().uuidString)")
        for (name, data) in files {
            let file = place.appending(path: "content").appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        try FileManager.default.createDirectory(at: place.appending(path: "content"), withIntermediateDirectories: true)
        return place
    }

    /// The content as `check` loads it on 22 November 2026.
    func load() async throws -> LoadedContent {
        let place = try write()
        defer { try? FileManager.default.removeItem(at: place) }
        let folder = try await ContentFolder.read(place.appending(path: "content").path)
        return await PlaybookContent.load(folder) { _ in CalendarDate(days: 20_779) }
    }
}

/// A finding in the form of the marks in fixtures, with the path of its file relative to the folder that contains the
/// content folder.
func mark(_ diagnostic: Diagnostic) -> MarkedText.Mark {
    let range = diagnostic.place.range
    let start = range?.lowerBound ?? Position(line: 1, column: 1)
    let scalars = Array((diagnostic.place.excerpt ?? "").unicodeScalars)
    let isOneLine = range?.upperBound.line == start.line
    let end = min(isOneLine ? (range?.upperBound.column ?? start.column) - 1 : scalars.count, scalars.count)
    var text = String.UnicodeScalarView()
    if end > start.column - 1 { text += scalars[(start.column - 1)..<end] }
    var file = diagnostic.place.file
    if let content = file.range(of: "/content/", options: .backwards) {
        file = "content/" + file[content.upperBound...]
    } else if file.hasSuffix("/content") {
        file = "content"
    }
    return MarkedText.Mark(
        file: file, rule: diagnostic.rule.name, line: start.line, column: start.column, text: String(text))
}
