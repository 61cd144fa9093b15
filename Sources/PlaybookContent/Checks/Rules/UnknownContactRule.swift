import PlaybookCore

extension Rule {
    static let unknownContact = Rule(
        "unknown-contact",
        "An e-mail address that belongs to no contact of the account.",
        why: "The touch does not count, so the contact could get too many messages.",
        example: "2026-10-05,contoso-motors,petra@contoso.example,call,",
        instead: "2026-10-05,contoso-motors,petra.novakova@contoso.example,call,")
}
