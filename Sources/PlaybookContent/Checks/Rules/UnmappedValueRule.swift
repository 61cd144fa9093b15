import PlaybookCore

extension Rule {
    static let unmappedValue = Rule(
        "unmapped-value",
        "A word of a CRM export, such as a job title, that is neither in the vocabulary nor in `crm: values:`.",
        severity: .warning, canBeLowered: true,
        why: """
            The value is left out. A contact without a role gets no digest, and an account without an industry gets no snippet that is for \
            industries.
            """,
        example: """
            Contact,Function
            Ana Silva,Head of Production
            """,
        instead: """
            crm:
              values:
                roles: {Head of Production: plant-manager, Buyer: none}
            """)
}
