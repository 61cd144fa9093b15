import PlaybookCore

extension Rule {
    static let textAfterQuote = Rule(
        "text-after-quote",
        "Text after the closing quote of a CSV field.",
        why: "Programs disagree on what such a field says; most likely a quote inside was not doubled.",
        example: "contoso-motors,\"said \"fine\" twice\"",
        instead: "contoso-motors,\"said \"\"fine\"\" twice\"")
}
