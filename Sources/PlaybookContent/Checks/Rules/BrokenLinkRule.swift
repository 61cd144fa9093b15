import PlaybookCore

extension Rule {
    static let brokenLink = Rule(
        "broken-link",
        "A link or an image whose file, page or heading does not exist.",
        canBeLowered: true,
        why: "A reader who needs the answer does not find it.",
        example: "Read [the roles](../acount/roles.md#operators).",
        instead: "Read [the roles](../account/roles.md#operator).")
}
