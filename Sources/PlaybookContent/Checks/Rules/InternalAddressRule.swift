import PlaybookCore

extension Rule {
    static let internalAddress = Rule(
        "internal-address",
        "A link in a customer's text to a host inside the company.",
        canBeLowered: true,
        why: "The customer cannot open it, and learns the names of your machines.",
        example: "See [the notes](https://wiki.intranet/edge-gateway).",
        instead: "See [the notes](https://helios.example/docs/edge-gateway).")
}
