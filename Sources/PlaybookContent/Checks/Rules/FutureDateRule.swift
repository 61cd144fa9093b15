import PlaybookCore

extension Rule {
    static let futureDate = Rule(
        "future-date",
        "A touch or a reading of a day or month in the future.",
        severity: .warning, canBeLowered: true,
        why: "It does not count until then. Mostly the year is a typing error.",
        example: "2062-10-01,contoso-motors,,call,Talked about scrap",
        instead: "2026-10-01,contoso-motors,,call,Talked about scrap")
}
