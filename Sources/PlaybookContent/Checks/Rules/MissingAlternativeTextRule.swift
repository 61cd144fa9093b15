import PlaybookCore

extension Rule {
    static let missingAlternativeText = Rule(
        "missing-alternative-text",
        "An image without alternative text.",
        severity: .warning, canBeLowered: true,
        why: "Readers who cannot see it, and mail programs that do not load it, get nothing.",
        example: "![](../assets/gate.svg)",
        instead: "![The gate: four items pass, two do not](../assets/gate.svg)")
}
