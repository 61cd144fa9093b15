import PlaybookCore

extension Rule {
    static let textAfterQuote = Rule(
        "text-after-quote",
        "Text after the closing quote of a CSV field.",
        why: "Programs read such a field differently. Probably a quote inside the field was not doubled.",
        example: "contoso-motors,\"said \"fine\" twice\"",
        instead: "contoso-motors,\"said \"\"fine\"\" twice\"")
}
