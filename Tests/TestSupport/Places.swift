import Foundation

/// The folders that tests read from.
package enum Places {
    /// The root of the repository.
    package static let repository: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Test vectors of specifications and real input that are not in the repository. Tests that need them are skipped if they are missing.
    package static let shared = repository.deletingLastPathComponent().appending(path: "shared")

    package static let commonMarkExamples = shared.appending(path: "spec/commonmark-0.30.json")
    package static let gfmExamples = shared.appending(path: "spec/gfm-extensions.json")
    package static let corpus = shared.appending(path: "corpus/engineering-playbook")

    package static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}

/// An example of the CommonMark specification.
package struct SpecExample: Decodable, Sendable, CustomStringConvertible {
    package let markdown: String
    package let html: String
    package let example: Int
    package let section: String

    package var description: String { "example \(example), \(section)" }

    /// All examples of a file, or none if it is missing.
    package static func all(of file: URL = Places.commonMarkExamples) throws -> [SpecExample] {
        guard Places.exists(file) else { return [] }
        return try JSONDecoder().decode([SpecExample].self, from: Data(contentsOf: file))
    }
}
