import PlaybookCore

extension Rule {
    static let namesOtherCustomer = Rule(
        "names-other-customer",
        "A text for customers that names another customer, one of their people or their mail domain, even in disguise.",
        why: """
            A customer's name in another customer's mail breaks a confidence that took years to earn. Where a name is a plain word, \
            `common_name: true` in the account makes only its exact spelling count.
            """,
        example: "As at Contoso Motors, scrap fell by a third.",
        instead: "As at a maker of drive shafts, scrap fell by a third.")
}
