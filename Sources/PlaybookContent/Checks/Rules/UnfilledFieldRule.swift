import PlaybookCore

extension Rule {
    static let unfilledField = Rule(
        "unfilled-field",
        "Braces of a merge field in code, or cut by markup.",
        canBeLowered: true,
        why: "Fields are filled in plain text only, so customers would see the braces.",
        example: "Your OEE was `{{kpi.oee.latest}}`.",
        instead: "Your OEE was {{kpi.oee.latest}}.")
}
