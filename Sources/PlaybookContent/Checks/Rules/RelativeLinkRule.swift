import PlaybookCore

extension Rule {
    static let relativeLink = Rule(
        "relative-link",
        "A link or an image in a snippet that leads into the content folder.",
        why: "The customer has no such folder and cannot follow it.",
        example: "Read [the guide](../chapters/guide.md).",
        instead: "Read [the guide](https://helios.example/guide).")
}
