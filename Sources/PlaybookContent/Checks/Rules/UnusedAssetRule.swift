import PlaybookCore

extension Rule {
    static let unusedAsset = Rule(
        "unused-asset",
        "A file in `assets/` that nothing links to.",
        severity: .warning, canBeLowered: true,
        why: "It is published, although nobody needs it.",
        example: "assets/old-logo.svg   # no chapter shows it",
        instead: "![Our logo](../assets/logo.svg)")
}
