import PlaybookCore

extension Rule {
    static let orphanChapter = Rule(
        "orphan-chapter",
        "A hidden chapter to which no link leads.",
        severity: .warning, canBeLowered: true,
        why: "It is built, but no reader can find it.",
        example: "hidden: true   # and no chapter links here",
        instead: "hidden: true   # and the overview links here")
}
