import PlaybookCore

extension Rule {
    static let raggedRow = Rule(
        "ragged-row",
        "A CSV row with more or fewer fields than the heading.",
        why: "Its values stand in the wrong columns from somewhere on.",
        example: "2026-10-01,contoso-motors,,call,Scrap, again",
        instead: "2026-10-01,contoso-motors,,call,\"Scrap, again\"")
}
