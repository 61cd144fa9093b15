import Foundation
import TestSupport
import Testing

/// Builds that are killed, fail or race (Tests/Crash/crash.py says how, and what must hold). `PLAYBOOK_KILLS` sets how many are killed at
/// random moments, 10 unless set; from 200 on one is killed before every call that renames or removes. `PLAYBOOK_RACES` sets how many pairs
/// race, 3 unless set.
@Suite struct CrashTests {
    private static func number(_ name: String, else other: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? other
    }

    @Test(arguments: ["races", "random", "signals", "calls", "fallback", "failures"])
    func siteAndMonthAreBothOldOrBothNew(_ part: String) throws {
        let work = FileManager.default.temporaryDirectory.appending(path: "crash-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: work) }
        let kills = Self.number("PLAYBOOK_KILLS", else: 10)
        let outcome = try Program.run(
            URL(fileURLWithPath: "/usr/bin/python3"),
            [
                Places.repository.appending(path: "Tests/Crash/crash.py").path, try Program.executable().path,
                Places.repository.appending(path: "site-templates").path, work.path, "--only", part,
                "--kills", "\(kills)", "--races", "\(Self.number("PLAYBOOK_RACES", else: 3))",
                "--every", kills >= 200 ? "1" : "50",
            ])
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
        print(outcome.output, terminator: "")
    }
}
