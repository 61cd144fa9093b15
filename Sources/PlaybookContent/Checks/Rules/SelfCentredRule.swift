import PlaybookCore

extension Rule {
    static let selfCentred = Rule(
        "self-centred",
        "A text that says “we” and “our” more often than “you” and “your”.",
        severity: .warning, canBeLowered: true,
        why: "Customers steer by their own operation; what the supplier is proud of is not news to them.",
        example: "We have released our new firmware. We are proud of our team.",
        instead: "You keep seven days of data when your network is down. The firmware takes you 20 minutes.")
}
