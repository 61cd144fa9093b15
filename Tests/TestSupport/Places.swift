import Foundation

/// The folders that tests read from.
public enum Places {
    /// The root of the repository.
    public static let repository: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Specification vectors and real input that the repository does not carry; tests that need them are skipped without.
    public static let shared = repository.deletingLastPathComponent().appending(path: "shared")

    public static let commonMarkExamples = shared.appending(path: "spec/commonmark-0.30.json")
    public static let gfmExamples = shared.appending(path: "spec/gfm-extensions.json")
    public static let corpus = shared.appending(path: "corpus/engineering-playbook")

    public static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}

/// An example of the CommonMark specification.
public struct SpecExample: Decodable, Sendable, CustomStringConvertible {
    public let markdown: String
    public let html: String
    public let example: Int
    public let section: String

    public var description: String { "example \(example), \(section)" }

    /// All examples of a file, or none where it is missing.
    public static func all(of file: URL = Places.commonMarkExamples) throws -> [SpecExample] {
        guard Places.exists(file) else { return [] }
        return try JSONDecoder().decode([SpecExample].self, from: Data(contentsOf: file))
    }
}
