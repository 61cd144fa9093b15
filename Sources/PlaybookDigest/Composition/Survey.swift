import PlaybookCore
import PlaybookModel

/// A question that a message asks, to be answered with one link.
struct SurveyQuestion: Sendable, Hashable {
    /// Counted from 1.
    var number: Int
    var text: String
    /// What it is about, for the subject of an answer.
    var topic: String
    var answers: [String]
}

extension SelectionRun {
    /// The questions that go with a message: about the KPI of the contact that is furthest off, and about the account's last incident. A question
    /// names the customer's own number or incident; without one it is not asked.
    ///
    /// Questions go with the first digest of a quarter that no hold stops, so that nobody is asked twice in a quarter. They are not asked within
    /// `survey.days` of another survey to the contact.
    func questions(
        to contact: Account.Contact, at account: Account, status: AccountStatus, labels: Labels
    ) -> [SurveyQuestion] {
        let survey = rules.survey
        guard survey.questions > 0, status == .due, isFirstOfQuarter(account),
            let slot = account.slot(in: month, configuration: library.configuration)
        else { return [] }
        let wasAsked = (touches[account.id] ?? []).contains { touch in
            touch.contact == contact.email && touch.channel == .survey
                && (0..<max(1, survey.days)).contains(slot.days(since: touch.date))
        }
        guard !wasAsked else { return [] }
        let found = [kpiQuestion(to: contact, at: account, labels), incidentQuestion(at: account, slot, labels)]
        return found.compactMap { $0 }.prefix(survey.questions).enumerated().map { index, question in
            SurveyQuestion(number: index + 1, text: question.text, topic: question.topic, answers: question.answers)
        }
    }

    /// True if no digest of the account was due in an earlier month of the quarter, or if holds stopped all that were.
    private func isFirstOfQuarter(_ account: Account) -> Bool {
        let configuration = library.configuration
        return (0..<(month.month - 1) % 3).allSatisfy { offset in
            let earlier = month.adding(months: -1 - offset)
            guard account.isDue(in: earlier), let slot = account.slot(in: earlier, configuration: configuration) else {
                return true
            }
            return !account.activeHolds(on: slot, configuration: configuration).isEmpty
        }
    }

    private typealias Question = (text: String, topic: String, answers: [String])

    /// A question about the contact's KPI that misses its target or, if none does, about their first KPI. It is asked only about a reading that
    /// is not stale, because nobody remembers an older number.
    private func kpiQuestion(to contact: Account.Contact, at account: Account, _ labels: Labels) -> Question? {
        let standings = account.steering(contact).compactMap { id -> (KPI, Readings.Reading, Decimal6)? in
            guard let kpi = library.configuration.kpi(id, in: labels.language), let target = account.target(of: id),
                let latest = library.freshReading(of: id, account: account.id, month: month)
            else { return nil }
            return (kpi, latest, target)
        }
        guard
            let (kpi, latest, target) = standings.first(where: { $0.0.misses($0.1.value, target: $0.2) })
                ?? standings.first
        else { return nil }
        let values: KeyValuePairs = [
            "kpi": kpi.title, "value": labels.text(latest.value, of: kpi), "month": labels.name(of: latest.month),
            "target": labels.text(target, of: kpi),
            "difference": labels.difference((latest.value - target).magnitude, of: kpi),
        ]
        guard kpi.misses(latest.value, target: target) else {
            return (labels.text(.questionMet, values), kpi.title, labels.list(.answersMet))
        }
        let name = latest.value > target ? LabelName.questionOver : .questionUnder
        return (labels.text(name, values), kpi.title, labels.list(.answersMissed))
    }

    /// A question about the account's last escalation, if it was closed within three months before the slot.
    private func incidentQuestion(at account: Account, _ slot: CalendarDate, _ labels: Labels) -> Question? {
        let closed = account.holds.compactMap { hold -> (incident: String, closed: CalendarDate)? in
            guard let incident = hold.incident, let closed = hold.closed,
                (0...92).contains(slot.days(since: closed))
            else { return nil }
            return (incident, closed)
        }
        guard let last = closed.max(by: { ($0.closed, $1.incident) < ($1.closed, $0.incident) }) else { return nil }
        let values: KeyValuePairs = ["incident": last.incident, "date": labels.text(last.closed)]
        return (labels.text(.questionIncident, values), last.incident, labels.list(.answersIncident))
    }
}
