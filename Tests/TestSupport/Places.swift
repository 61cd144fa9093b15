import Foundation

/// The folders that tests read from.
public enum Places {
    /// The root of the repository.
    public static let repository: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Specification vectors and real input that the repository does not carry; tests that need them are skipped without.
    public static let shared = repository.deletingLastPathComponent().appending(path: "shared")

    public static let commonMarkExamples = shared.appending(path: "spec/commonmark-0.30.json")
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

    /// All examples, or none where the vectors are missing.
    public static func all() throws -> [SpecExample] {
        guard Places.exists(Places.commonMarkExamples) else { return [] }
        return try JSONDecoder().decode([SpecExample].self, from: Data(contentsOf: Places.commonMarkExamples))
    }
}
