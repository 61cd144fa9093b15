import PlaybookCore

extension Rule {
    static let duplicateReading = Rule(
        "duplicate-reading",
        "Two readings of one KPI for one account and month.",
        why: "The trend would depend on which of them is read last.",
        example: """
            northwind-foods,oee,2026-10,81.4
            northwind-foods,oee,2026-10,82.0
            """,
        instead: "northwind-foods,oee,2026-10,82.0")
}
