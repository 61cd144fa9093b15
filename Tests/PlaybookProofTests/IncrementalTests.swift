import Foundation
import TestSupport
import Testing

/// A build that remembers the last one gives the same bytes as a build that starts from nothing, after 500 random sequences of changes
/// (Tests/Incremental/incremental.py says which, and what must hold). Half of them change the bundled content, half a generated library.
@Suite struct IncrementalTests {
    @Test(arguments: ["content", "generated"])
    func sameAsABuildFromNothing(_ content: String) throws {
        let outcome = try Program.run(
            URL(fileURLWithPath: "/usr/bin/python3"),
            [
                Places.repository.appending(path: "Tests/Incremental/incremental.py").path,
                try Program.executable().path,
                content == "content" ? Places.repository.appending(path: content).path : content,
                Places.repository.appending(path: "site-templates").path,
                "--sequences", "\(Proofs.cases(of: 250, little: 1))",
            ])
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        print(outcome.output, terminator: "")
    }
}
