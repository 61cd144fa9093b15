import Foundation
import TestSupport
import Testing

/// Builds that are killed, fail or race (Tests/Crash/crash.py says how, and what must hold): 200 at random moments, one at each call that renames
/// or removes something, and 50 pairs that race.
@Suite struct CrashTests {
    @Test(arguments: ["races", "random", "signals", "calls", "fallback", "failures"])
    func siteAndMonthAreBothOldOrBothNew(_ part: String) throws {
        let work = FileManager.default.temporaryDirectory.appending(path: "crash-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        let kills = Proofs.cases(of: 200, little: 2)
        let outcome = try Program.run(
            URL(fileURLWithPath: "/usr/bin/python3"),
            [
                Places.repository.appending(path: "Tests/Crash/crash.py").path, try Program.executable().path,
                Places.repository.appending(path: "site-templates").path, work.path, "--only", part,
                "--kills", "\(kills)", "--races", "\(Proofs.cases(of: 50, little: 1))",
                // A build makes some 150 such calls.
                "--every", "\(150 / Proofs.cases(of: 150, little: 2))",
            ])
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        print(outcome.output, terminator: "")
    }
}
