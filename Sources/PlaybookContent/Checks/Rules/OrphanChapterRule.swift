import PlaybookCore

extension Rule {
    static let orphanChapter = Rule(
        "orphan-chapter",
        "A hidden chapter that nothing links to.",
        severity: .warning, canBeLowered: true,
        why: "It is built, but no reader can find it.",
        example: "hidden: true   # and no chapter links here",
        instead: "hidden: true   # and the overview links here")
}
