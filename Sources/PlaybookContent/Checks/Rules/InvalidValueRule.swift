import PlaybookCore

extension Rule {
    static let invalidValue = Rule(
        "invalid-value",
        "A value of the right type that is not possible.",
        why: "A day that does not exist never comes, and an invalid address gets no mail.",
        example: "expires: 2027-02-30",
        instead: "expires: 2027-02-28")
}
