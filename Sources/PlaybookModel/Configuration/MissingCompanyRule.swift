import PlaybookCore

extension Rule {
    /// Accounts without a company that writes to them. Content finds it in the settings, digests where they need it.
    package static let missingCompany = Rule(
        "missing-company",
        "Accounts, but no `company:` in playbook.yml.",
        why: "Nobody could write to them: mail needs a sender and a postal address.",
        example: "format: 1",
        instead: """
            format: 1
            company: {name: Helios Controls, …}
            """)
}
