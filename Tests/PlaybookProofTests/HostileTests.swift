import Foundation
import TestSupport
import Testing

/// Hostile texts in every field of every kind of file. Either `check` reports a text, or strict parsers can read what is built from it, and find
/// no element, attribute, header field or line that a plain text does not give (Tests/Hostile).
@Suite("Hostile texts", .enabled(if: PythonTools.isThere))
struct HostileTests {
    @Test func noTextBecomesMarkup() throws {
        // The first few find most.
        let count = Proofs.cases(of: 240, little: 4)
        let templates = Places.repository.appending(path: "site-templates").path
        let outcome = try PythonTools.run(
            file: "Tests/Hostile/hostile.py",
            [try Program.executable().path, templates, "\(count)"])
        print(outcome.output)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }
}
