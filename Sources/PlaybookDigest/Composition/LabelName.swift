/// What a message says by itself. The raw values are the keys of `labels.LANGUAGE.yml` beside the mail templates.
enum LabelName: String, Sendable, CaseIterable {
    case date
    case monthAndYear = "month_and_year"
    case and
    case subject
    case subjectAndMore = "subject_and_more"
    case addressed
    case yourKPIs = "your_kpis"
    case percentagePoints = "percentage_points"
    case better, worse, unchanged, target
    case onTarget = "on_target"
    case offTarget = "off_target"
    case askedHeading = "asked_heading"
    case answerBelow = "answer_below"
    case youAsked = "you_asked"
    case accountAsked = "account_asked"
    case overTarget = "over_target"
    case underTarget = "under_target"
    case atTarget = "at_target"
    case reading, steering, product, role
    case when, `where`, source
    case calendarFile = "calendar_file"
    case reply
    case useful
    case notForUs = "not_for_us"
    case or
    case replySubject = "reply_subject"
    case oneQuestion = "one_question"
    case twoQuestions = "two_questions"
    case questionOver = "question_over"
    case questionUnder = "question_under"
    case answersMissed = "answers_missed"
    case questionMet = "question_met"
    case answersMet = "answers_met"
    case questionIncident = "question_incident"
    case answersIncident = "answers_incident"
    case answerSubject = "answer_subject"
    case alertNote = "alert_note"
    case alertTip = "alert_tip"
    case alertImportant = "alert_important"
    case alertWarning = "alert_warning"
    case alertCaution = "alert_caution"
    case manager
    case why
    case replies
    case toStop = "to_stop"
    case unsubscribe
    case stopSubject = "stop_subject"
    case listName = "list_name"

    /// Its place among all names.
    var place: Int { Self.places[self] ?? 0 }

    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { place, name in (name, place) })

    /// The names in double braces that the label may have; the program fills them in.
    var fields: [String] {
        switch self {
        case .date: ["day", "month", "year"]
        case .monthAndYear: ["month", "year"]
        case .subject: ["account", "month", "first"]
        case .subjectAndMore: ["account", "month", "first", "count"]
        case .addressed: ["contact", "company"]
        case .percentagePoints: ["number"]
        case .better, .worse: ["difference", "month"]
        case .unchanged: ["month"]
        case .target: ["target"]
        case .answerBelow: ["date", "title"]
        case .youAsked: ["date"]
        case .accountAsked: ["account", "date"]
        case .overTarget, .underTarget: ["role", "kpi", "difference"]
        case .atTarget: ["role", "kpi", "value", "target"]
        case .reading: ["role", "kpi", "value"]
        case .steering: ["role", "kpi"]
        case .product: ["role", "product"]
        case .role: ["role", "account"]
        case .source: ["source"]
        case .replySubject: ["answer", "title", "token"]
        case .questionOver, .questionUnder: ["kpi", "value", "month", "difference", "target"]
        case .questionMet: ["kpi", "value", "month", "target"]
        case .questionIncident: ["incident", "date"]
        case .answerSubject: ["answer", "topic", "token"]
        case .manager, .listName: ["company"]
        case .why: ["account", "roles", "company"]
        case .stopSubject: ["token"]
        case .and, .yourKPIs, .onTarget, .offTarget, .askedHeading, .when, .where, .calendarFile, .reply, .useful,
            .notForUs, .or, .oneQuestion, .twoQuestions, .answersMissed, .answersMet, .answersIncident, .alertNote,
            .alertTip, .alertImportant, .alertWarning, .alertCaution, .replies, .toStop, .unsubscribe:
            []
        }
    }

    /// True where the value is a list: the answers that a question offers.
    var isList: Bool { [.answersMissed, .answersMet, .answersIncident].contains(self) }
}
