/// A fixed text of messages. The raw values are indexes in a list of texts, because a message uses about a hundred of them.
enum LabelName: Int, Sendable, CaseIterable {
    case date
    case monthAndYear
    case and
    case subject
    case subjectAndMore
    case addressed
    case yourKPIs
    case percentagePoints
    case better, worse, unchanged, target
    case onTarget
    case offTarget
    case askedHeading
    case answerBelow
    case youAsked
    case accountAsked
    case overTarget
    case underTarget
    case atTarget
    case reading, steering, product, role
    case when, `where`, source
    case calendarFile
    case reply
    case useful
    case notForUs
    case or
    case replySubject
    case oneQuestion
    case twoQuestions
    case questionOver
    case questionUnder
    case answersMissed
    case questionMet
    case answersMet
    case questionIncident
    case answersIncident
    case answerSubject
    case alertNote
    case alertTip
    case alertImportant
    case alertWarning
    case alertCaution
    case manager
    case why
    case replies
    case toStop
    case unsubscribe
    case stopSubject
    case listName

    /// The key in `labels.LANGUAGE.yml` beside the mail templates: `your_kpis` for `yourKPIs`.
    var key: String {
        var key = ""
        for letter in "\(self)" {
            if letter.isUppercase, key.last?.isUppercase == false { key += "_" }
            key.append(letter)
        }
        return key.lowercased()
    }

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

    /// True if the value is a list: the answers to a question.
    var isList: Bool { [.answersMissed, .answersMet, .answersIncident].contains(self) }
}
