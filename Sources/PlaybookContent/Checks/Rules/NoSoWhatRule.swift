import PlaybookCore

extension Rule {
    static let noSoWhat = Rule(
        "no-so-what",
        "A snippet without a sentence that speaks to the reader about one of its KPIs.",
        severity: .warning, canBeLowered: true,
        why: "News without “for you this means” leaves it to the reader to find out what it is good for.",
        example: "Firmware 4.3 has a larger buffer.",
        instead: "For your OEE this means that stops during an outage no longer go missing.")
}
