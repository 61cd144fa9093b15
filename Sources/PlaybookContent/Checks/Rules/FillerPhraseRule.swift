import PlaybookCore

extension Rule {
    static let fillerPhrase = Rule(
        "filler-phrase",
        "A phrase that says nothing, such as “just checking in”.",
        severity: .warning, canBeLowered: true,
        why:
            "Mail without substance makes a supplier interchangeable. Add or allow phrases under `customer_text:` in playbook.yml.",
        example: "Just checking in to see how the line runs.",
        instead: "Your line ran 81.4 % OEE in October, 3.6 points below your target.")
}
