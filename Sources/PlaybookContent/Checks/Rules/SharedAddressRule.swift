import PlaybookCore

extension Rule {
    static let sharedAddress = Rule(
        "shared-address",
        "An e-mail address in two accounts, in whatever case.",
        severity: .warning, canBeLowered: true,
        why:
            "One person gets a message for each, perhaps on the same morning. For somebody who is responsible for two plants this may be intended.",
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
