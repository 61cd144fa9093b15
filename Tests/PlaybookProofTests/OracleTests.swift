import Foundation
import TestSupport
import Testing

/// Selection, compared with a second implementation of its rules that shares no code with the program.
@Suite struct OracleTests {
    @Test func everyExplanationIsTheOracles() async throws {
        let lines = try RandomLibrary.make(Proofs.cases(of: 1_000, little: 15))
        var explanations: [String] = []
        for library in try RandomLibrary.read(lines) {
            explanations += library.explanations(of: try await library.load(library.files), try library.sent())
        }
        let place = FileManager.default.temporaryDirectory.appending(path: "oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let files = ["libraries", "explanations"].map { place.appending(path: $0) }
        try Data(lines.utf8).write(to: files[0])
        try Data((explanations.joined(separator: "\n") + "\n").utf8).write(to: files[1])
        let outcome = try RandomLibrary.python("oracle.py", files.map(\.path))
        print(outcome.output)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }

    /// The same through files and the command line, which has no ledger.
    @Test func theCommandLineExplainsTheSame() async throws {
        for var library in try RandomLibrary.read(RandomLibrary.make(8, seed: 5000)) {
            let place = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: place) }
            for (name, text) in library.files {
                let file = place.appending(path: "content/" + name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            library.ledger = RandomLibrary.Records()
            // There are two ways to name a month.
            if let first = library.months.first { library.days[first] = first + "-28" }
            let expected = library.explanations(of: try await library.load(library.files), try library.sent())
            var found: [String] = []
            for (index, month) in library.months.enumerated() {
                let day = library.days[month] ?? ""
                let choice = index == 0 ? ["--as-of", day] : ["--month", month, "--as-of", day]
                let outcome = try Program.run(["explain", "--format", "json"] + choice, in: place)
                #expect(outcome.code == 0, "\(outcome.errors)")
                found += outcome.output.split(separator: "\n").map(String.init)
            }
            #expect(found == expected, "library \(library.seed)")
        }
    }

    /// The bundled content, in past and future months: the day that counts as today decides the month and what is late, and nothing else.
    @Test(arguments: ["2026-09", "2026-10", "2026-11", "2026-12"])
    func theBundledContentIsExplainedForAnyMonth(_ month: String) throws {
        func explained(_ arguments: [String]) throws -> String {
            let outcome = try Program.run(["explain"] + arguments)
            #expect(outcome.code == 0, "\(outcome.errors)")
            return outcome.output.replacing(/"timing": "(late|missed)"/, with: "\"timing\": null")
        }
        let json = ["--format", "json"]
        let lines = try explained(json + ["--month", month, "--as-of", "2026-01-02"])
        #expect(lines.contains("\"month\": \"\(month)\"") && lines.split(separator: "\n").count > 1)
        #expect(try explained(json + ["--month", month, "--as-of", "2028-12-31"]) == lines)
        #expect(try explained(json + ["--as-of", month + "-01"]) == lines)
        #expect(try explained(["--month", month]).contains(", \(month), slot \(month)-"))
    }
}
