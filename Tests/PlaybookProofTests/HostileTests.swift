import Foundation
import TestSupport
import Testing

/// Hostile texts in every field of every kind of file: `check` finds fault with a text, or what is built of it is read by strict parsers
/// and has no element, attribute, header field or line that a plain text does not give (Tests/Hostile).
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
