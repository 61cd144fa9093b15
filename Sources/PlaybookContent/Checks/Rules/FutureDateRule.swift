import PlaybookCore

extension Rule {
    static let futureDate = Rule(
        "future-date",
        "A contact or a reading from a day or month that has not come yet.",
        severity: .warning, canBeLowered: true,
        why: "It counts for nothing until then, and mostly the year is a typing error.",
        example: "2062-10-01,contoso-motors,,call,Talked about scrap",
        instead: "2026-10-01,contoso-motors,,call,Talked about scrap")
}
