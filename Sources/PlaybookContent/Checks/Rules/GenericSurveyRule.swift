import PlaybookCore

extension Rule {
    static let genericSurvey = Rule(
        "generic-survey",
        "A survey that could go to anybody: a scale from 0 to 10, rows of stars, “how satisfied are you”.",
        severity: .warning, canBeLowered: true,
        why: "Such a form shows the reader that nobody knows what they do.",
        example: "On a scale of 0 to 10, how likely are you to recommend us?",
        instead: "Did the start-up filter cut your night alerts? Answer with the number of last week.")
}
