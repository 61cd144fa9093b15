import PlaybookCore

extension Rule {
    static let unknownField = Rule(
        "unknown-field",
        "A merge field that nothing fills.",
        why: "Customers would see its braces.",
        example: "Your OEE was {{kpi.oee.last}}.",
        instead: "Your OEE was {{kpi.oee.latest}}.")
}
