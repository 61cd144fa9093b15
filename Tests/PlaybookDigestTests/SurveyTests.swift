import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("Questions in messages")
struct SurveyTests {
    @Test func oneAboutTheirKPI() async throws {
        let mail = try await World.october.read()
        #expect(
            mail.html.contains(
                "<p>Unplanned downtime was 10.3 h/month in September, 4.3 h/month over your target. Do you know what cost"
            )
        )
        #expect(mail.html.contains("subject=Unplanned%20downtime%3A%20We%20know%20the%20cause%20%5B"))
        #expect(mail.html.contains("-q1%5D") && !mail.html.contains("-q2%5D"))
    }

    @Test func aKPIOnTargetIsAskedAboutInItsOwnWords() async throws {
        let mail = try await World.october.with { $0.account.kpis[0].target = Decimal6("11") }.read()
        #expect(mail.html.contains("10.3 h/month in September, within your target of 11 h/month. Is it still"))
    }

    @Test func aSecondOneAboutTheLastIncident() async throws {
        let mail = try await World.october.with {
            $0.account.holds = [
                hold("INC-1", closed: "2026-07-20"), hold("INC-2", closed: "2026-08-20"), hold("INC-3", closed: nil),
            ]
            $0.account.holds[2].from = date("2026-12-01")
        }.read()
        #expect(mail.html.contains("INC-2 was closed on 20 August 2026. Has the fault come back since?"))
        #expect(mail.html.contains("-q2%5D") && !mail.html.contains("INC-1 was"))
    }

    @Test(arguments: [
        Change("the quarter's second month", false) { $0.month = YearMonth(year: 2026, month: 11) },
        Change("the first one was not due", true) {
            $0.month = YearMonth(year: 2026, month: 11)
            $0.account.cadence.firstMonth = YearMonth(year: 2026, month: 11)
        },
        Change("a hold stopped the first one", true) {
            $0.month = YearMonth(year: 2026, month: 11)
            $0.account.holds = [
                Account.Hold(kind: .commercial, from: date("2026-10-01"), until: date("2026-10-20"))
            ]
        },
        Change("a survey not long ago", false) { $0.touches = [touch("2026-08-20", .survey)] },
        Change("a survey long ago", true) { $0.touches = [touch("2026-08-02", .survey)] },
        Change("a survey to somebody else", true) {
            $0.touches = [touch("2026-09-30", .survey, contact: "b@northwind.example")]
        },
        Change("another channel", true) { $0.touches = [touch("2026-09-30", .call)] },
        Change("turned off", false) { $0.configuration.digest.survey.questions = 0 },
        Change("no target", false) { $0.account.kpis[0].target = nil },
        Change("a stale reading", false) { $0.readings = [("2026-06", "12")] },
        Change("the month's own reading", false) { $0.readings = [("2026-10", "12")] },
    ])
    func whenOneIsAsked(_ change: Change) throws {
        #expect(try questions(World.october.with(change.make)).isEmpty != change.isAsked)
    }

    struct Change: Sendable, CustomStringConvertible {
        let description: String
        let isAsked: Bool
        let make: @Sendable (inout World) -> Void

        init(_ description: String, _ isAsked: Bool, _ make: @escaping @Sendable (inout World) -> Void) {
            self.description = description
            self.isAsked = isAsked
            self.make = make
        }
    }

    /// Not even if news about the incident itself goes out.
    @Test func neverUnderAHold() throws {
        for status in AccountStatus.allCases where status != .due {
            #expect(try questions(World.october, status: status).isEmpty)
        }
        #expect(try !questions(World.october, status: .due).isEmpty)
    }

    private func questions(_ world: World, status: AccountStatus = .due) throws -> [SurveyQuestion] {
        let run = SelectionRun(library: world.library, ledger: .empty, month: world.month)
        return run.questions(
            to: world.account.contacts[0], at: world.account, status: status, labels: try labels("en"))
    }
}

extension World {
    /// The rich world a month earlier, in the first month of a quarter.
    fileprivate static var october: World {
        World.rich.with {
            $0.month = YearMonth(year: 2026, month: 10)
            $0.snippet.publish = date("2026-09-01")
            for index in $0.others.indices { $0.others[index].publish = date("2026-09-01") }
        }
    }
}

private func hold(_ incident: String, closed: String?) -> Account.Hold {
    Account.Hold(
        kind: .escalation, from: date("2026-07-01"), incident: incident, closed: closed.map { date($0) })
}
