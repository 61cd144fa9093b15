import PlaybookCore

extension Rule {
    static let relativeLink = Rule(
        "relative-link",
        "A link or an image in a snippet that leads into the content folder.",
        why: "A message has no folder around it: the customer cannot follow it.",
        example: "Read [the guide](../chapters/guide.md).",
        instead: "Read [the guide](https://helios.example/guide).")
}
