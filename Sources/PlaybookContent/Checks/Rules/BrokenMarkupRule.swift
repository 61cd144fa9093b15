import PlaybookCore

extension Rule {
    static let brokenMarkup = Rule(
        "broken-markup",
        "What looks like a heading, an item of a list or a link, and is text because of one character. In snippets it is an error.",
        severity: .warning, canBeLowered: true,
        why: "Readers see the signs. No-break spaces and blanks in addresses are hard to see where they were typed.",
        example: "See [the plan](our plan.md).",
        instead: "See [the plan](<our plan.md>).")
}
