import PlaybookCore

extension Rule {
    static let placeholderText = Rule(
        "placeholder-text",
        "A placeholder that was never replaced: `TODO`, `lorem ipsum`, `XX %`.",
        canBeLowered: true,
        why: "It shows the reader that nobody read the message before it was sent.",
        example: "Scrap fell by XX % on [TODO: line].",
        instead: "Scrap fell by 31 % on Line 3.")
}
