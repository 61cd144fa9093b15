import PlaybookCore

extension Rule {
    static let unknownKey = Rule(
        "unknown-key",
        "A key that this kind of file does not have. Lowering the rule is for chapters that come from another generator: elsewhere it stays an error.",
        canBeLowered: true,
        why: "It has no effect, so what its author meant does not happen.",
        example: "kpi: [oee]",
        instead: "kpis: [oee]")
}
