import Foundation
import PlaybookCore
import TestSupport
import Testing

@testable import PlaybookDigest

@Suite("Calendar files", .enabled(if: PythonTools.isThere))
struct CalendarTests {
    /// What Python's icalendar reads in the file of a message with an event.
    private func event(_ change: (inout World) -> Void = { _ in }) async throws -> [String: String] {
        let mail = try await World.rich.with(change).read()
        let file = try #require(mail.files.first)
        #expect(mail.files.count == 1)
        #expect(file[0] == "event-2026-11-20.ics")
        let outcome = try PythonTools.run(script, input: Data(file[1].utf8))
        try #require(outcome.code == 0, "\(outcome.errors)")
        return try JSONDecoder().decode([String: String].self, from: Data(outcome.output.utf8))
    }

    @Test func anEventOfOneDay() async throws {
        let event = try await event()
        #expect(event["errors"] == "")
        #expect(event["method"] == "PUBLISH")
        #expect(event["summary"] == "Plant tour")
        #expect(event["start"] == "2026-11-20" && event["end"] == "2026-11-21")
        #expect(event["location"] == "Online")
        #expect(event["stamp"] == "2026-11-04T00:00:00+00:00")
        #expect(event["organizer"] == "mailto:digest@helios.example")
        #expect(event["description"] == "What tour says in one sentence.\nBook it: https://helios.example/tour")
        #expect(event["uid"]?.hasSuffix("@mail.helios.example") == true && event["sequence"] == "0")
    }

    @Test(arguments: [
        "Fräser; Bohrer, \\ und \"Säge\"", String(repeating: "überlang ", count: 40), "ملف التقويم",
        "END:VEVENT", "a: b", "👩‍👩‍👧‍👦 tour",
        "Hall A,\u{301} gate;\u{301} 3 \"\u{301};X=1 \u{D4E}, \u{D4E}; \u{D4E}\\",
    ])
    func hostileTexts(_ text: String) async throws {
        let event = try await event {
            $0.others[0].title = text
            $0.others[0].event?.place = text
            $0.configuration.company?.from.name = text
        }
        #expect(event["errors"] == "")
        #expect(event["summary"] == text)
        #expect(event["location"] == text)
    }

    /// A calendar that gets the event again shows it once, in its latest form.
    @Test func aRevisionReplaces() async throws {
        let first = try await event()
        let second = try await event { $0.others[0].revision = 3 }
        #expect(first["uid"] == second["uid"] && second["sequence"] == "2")
    }
}

private let script = """
    import icalendar, json, sys
    raw = sys.stdin.buffer.read().replace(b"\\r\\n", b"\\n").replace(b"\\n", b"\\r\\n")
    assert all(len(line) <= 75 for line in raw.split(b"\\r\\n")), "a line is too long"
    calendar = icalendar.Calendar.from_ical(raw)
    [event] = calendar.walk("VEVENT")
    json.dump({
        "errors": " ".join(map(str, calendar.errors + event.errors)), "method": str(calendar["method"]),
        "summary": str(event["summary"]), "location": str(event["location"]), "description": str(event["description"]),
        "start": str(event["dtstart"].dt), "end": str(event["dtend"].dt), "stamp": event["dtstamp"].dt.isoformat(),
        "uid": str(event["uid"]), "sequence": str(event["sequence"]), "organizer": str(event["organizer"]),
    }, sys.stdout)
    """
