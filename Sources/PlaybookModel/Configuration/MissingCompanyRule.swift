import PlaybookCore

extension Rule {
    /// Accounts without a company that writes to them. The content target finds this in the settings; the digest target finds it when it needs
    /// the company.
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
