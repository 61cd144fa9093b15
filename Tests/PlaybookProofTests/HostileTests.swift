import Foundation
import TestSupport
import Testing

/// Hostile texts in every field of every kind of file: `check` finds fault with a text, or what is built of it is read by strict parsers
/// and has no element, attribute, header field or line that a plain text does not give (Tests/Hostile).
@Suite("Hostile texts", .enabled(if: PythonTools.isThere))
struct HostileTests {
    /// How many payloads are tried: the first few, which find most, unless PLAYBOOK_HOSTILE says otherwise.
    private static let count = ProcessInfo.processInfo.environment["PLAYBOOK_HOSTILE"].flatMap { Int($0) } ?? 0

    @Test func noTextBecomesMarkup() throws {
        let templates = Places.repository.appending(path: "site-templates").path
        let outcome = try PythonTools.run(
            file: "Tests/Hostile/hostile.py",
            [try Program.executable().path, templates, "\(Self.count > 0 ? Self.count : 11)"])
        print(outcome.output)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }
}
