import PlaybookCore

extension Rule {
    static let placeholderText = Rule(
        "placeholder-text",
        "Text that was to be replaced: `TODO`, `lorem ipsum`, `XX %`.",
        canBeLowered: true,
        why: "It tells the reader that nobody read the message before it left.",
        example: "Scrap fell by XX % on [TODO: line].",
        instead: "Scrap fell by 31 % on Line 3.")
}
