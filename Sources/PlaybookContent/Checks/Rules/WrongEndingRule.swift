import PlaybookCore

extension Rule {
    static let wrongEnding = Rule(
        "wrong-ending",
        "A file that is not read because of how its name ends.",
        why: "Its author believes that it is read, and a link to it would publish its source.",
        example: "content/chapters/Plan.MD",
        instead: "content/chapters/Plan.md")
}
