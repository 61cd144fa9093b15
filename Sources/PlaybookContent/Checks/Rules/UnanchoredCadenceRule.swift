import PlaybookCore

extension Rule {
    static let unanchoredCadence = Rule(
        "unanchored-cadence",
        "A cadence that does not divide a year, without `first_month`.",
        severity: .warning, canBeLowered: true,
        why:
            "Without a first month each January counts as one: every five months is January, June, November, and January again.",
        example: "cadence: {every_months: 5}",
        instead: "cadence: {every_months: 5, first_month: 2026-10}")
}
