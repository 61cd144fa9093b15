import PlaybookCore

extension Rule {
    static let unknownContact = Rule(
        "unknown-contact",
        "An e-mail address that belongs to no contact of the account.",
        why: "The touch does not count, so the contact could get too many messages.",
        example: "2026-10-05,contoso-motors,petra@contoso.example,call,",
        instead: "2026-10-05,contoso-motors,petra.novakova@contoso.example,call,")
}

/// The finding that an address belongs to no contact of the account.
func unknownContact(_ email: String, _ account: String, _ contacts: Set<String>, at place: Place) -> Diagnostic {
    let near = Diagnostic.help(didYouMean: nearest(to: email, among: contacts))
    return Diagnostic(
        .unknownContact, "`\(email)` is not a contact of `\(account)`", at: place,
        help: near ?? "do not delete people who left; give them `status: left`")
}
