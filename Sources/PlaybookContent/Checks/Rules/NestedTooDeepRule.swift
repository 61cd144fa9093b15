import PlaybookCore

extension Rule {
    static let nestedTooDeep = Rule(
        "nested-too-deep",
        "Lists and quotations in each other, deeper than anybody means.",
        canBeLowered: true,
        why: "What is inside is read as text.",
        example: "> > > > … 100 times",
        instead: "> One quotation.")
}
