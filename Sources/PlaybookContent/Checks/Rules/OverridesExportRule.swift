import PlaybookCore

extension Rule {
    static let overridesExport = Rule(
        "overrides-export",
        "A value in the file of an account that a CRM export has too.",
        severity: .warning, canBeLowered: true,
        why: "The value in the file counts, so a change in the CRM has no effect, and nobody sees why.",
        example: """
            # accounts/0017Q.yml, where the export has a column for the language
            language: de
            holds: [{kind: pause, from: 2026-11-02}]
            """,
        instead: "holds: [{kind: pause, from: 2026-11-02}]")
}
