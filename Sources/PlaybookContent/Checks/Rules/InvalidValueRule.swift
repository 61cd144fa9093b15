import PlaybookCore

extension Rule {
    static let invalidValue = Rule(
        "invalid-value",
        "A value of the right type that cannot be.",
        why: "A day that does not exist is never reached, and an address that is none gets no mail.",
        example: "expires: 2027-02-30",
        instead: "expires: 2027-02-28")
}
