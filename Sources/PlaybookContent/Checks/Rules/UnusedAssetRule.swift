import PlaybookCore

extension Rule {
    static let unusedAsset = Rule(
        "unused-asset",
        "A file in `assets/` to which nothing links.",
        severity: .warning, canBeLowered: true,
        why: "It is published and kept up for nobody.",
        example: "assets/old-logo.svg   # no chapter shows it",
        instead: "![Our logo](../assets/logo.svg)")
}
