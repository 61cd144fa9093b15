import PlaybookCore

extension Rule {
    static let raggedRow = Rule(
        "ragged-row",
        "A CSV row with more or fewer fields than the heading.",
        why: "Some of its values are in the wrong columns.",
        example: "2026-10-01,contoso-motors,,call,Scrap, again",
        instead: "2026-10-01,contoso-motors,,call,\"Scrap, again\"")
}
