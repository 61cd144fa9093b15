import PlaybookCore

extension Rule {
    static let missingColumn = Rule(
        "missing-column",
        "A CSV column without which its rows mean nothing.",
        why: "A reading without a month is no reading.",
        example: "account,kpi,value",
        instead: "account,kpi,month,value")
}
