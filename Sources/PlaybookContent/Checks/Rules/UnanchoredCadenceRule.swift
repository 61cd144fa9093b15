import PlaybookCore

extension Rule {
    static let unanchoredCadence = Rule(
        "unanchored-cadence",
        "A cadence whose number of months does not divide 12, without `first_month`.",
        severity: .warning, canBeLowered: true,
        why:
            "Without a first month the count starts again each January: every five months gives January, June, November, and then January.",
        example: "cadence: {every_months: 5}",
        instead: "cadence: {every_months: 5, first_month: 2026-10}")
}
