import PlaybookCore

extension Rule {
    static let differingRows = Rule(
        "differing-rows",
        "Rows of one account in a CRM export that say different things about the account.",
        severity: .warning, canBeLowered: true,
        why: "Only the first row counts, and it may be the one that is wrong.",
        example: """
            Account ID,Industry,Contact
            0017Q,Food,Ana Silva
            0017Q,Pharma,Jo Weber
            """,
        instead: """
            Account ID,Industry,Contact
            0017Q,Food,Ana Silva
            0017Q,Food,Jo Weber
            """)
}
