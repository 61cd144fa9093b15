import PlaybookCore

extension Rule {
    static let selfCentred = Rule(
        "self-centred",
        "A text that says “we” and “our” more often than “you” and “your”.",
        severity: .warning, canBeLowered: true,
        why: "Customers care about their own operation, and not about what the supplier is proud of.",
        example: "We have released our new firmware. We are proud of our team.",
        instead: "You keep seven days of data when your network is down. The firmware takes you 20 minutes.")
}
