import PlaybookCore

extension Rule {
    static let namesOtherCustomer = Rule(
        "names-other-customer",
        "A snippet that names a customer, one of their people or their mail domain where others could read it.",
        why: "A customer's name in another customer's mail breaks a confidence that took years to earn.",
        example: "As at Contoso Motors, scrap fell by a third.",
        instead: "As at a maker of drive shafts, scrap fell by a third.")
}
