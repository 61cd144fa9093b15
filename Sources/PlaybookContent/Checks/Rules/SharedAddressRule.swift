import PlaybookCore

extension Rule {
    static let sharedAddress = Rule(
        "shared-address",
        "An e-mail address in two accounts, in whatever case.",
        severity: .warning, canBeLowered: true,
        why:
            "One person gets a message for each, on the same morning perhaps. That may be meant, for someone who answers for two plants.",
        example: """
            # accounts/plant-north.yml
            contacts: [{name: Ana Silva, email: ana@northwind.example, roles: [maintenance]}]
            # accounts/plant-south.yml
            contacts: [{name: Ana Silva, email: ana@northwind.example, roles: [maintenance]}]
            """,
        instead: """
            # accounts/plant-south.yml
            contacts: [{name: Ben Costa, email: ben@northwind.example, roles: [maintenance]}]
            """)
}
