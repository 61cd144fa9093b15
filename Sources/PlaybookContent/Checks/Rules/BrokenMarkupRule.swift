import PlaybookCore

extension Rule {
    static let brokenMarkup = Rule(
        "broken-markup",
        "What looks like a heading, a list item or a link, but is text because of one character. In snippets it is an error.",
        severity: .warning, canBeLowered: true,
        why: "Readers see the markup as text. The writer hardly sees a no-break space, or a blank in an address.",
        example: "See [the plan](our plan.md).",
        instead: "See [the plan](<our plan.md>).")
}
