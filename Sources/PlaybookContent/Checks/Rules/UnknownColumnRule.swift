import PlaybookCore

extension Rule {
    static let unknownColumn = Rule(
        "unknown-column",
        "A CSV column that nothing reads, or one given twice.",
        why: "Its values have no effect.",
        example: "account,kpi,month,values",
        instead: "account,kpi,month,value")
}
