import PlaybookCore

extension Rule {
    static let commentInValue = Rule(
        "comment-in-value",
        "A value without quotes that ends at a ` #`, because YAML takes what follows for a comment.",
        why: "The rest of the value is lost silently. A title is the subject of a customer's message.",
        example: "title: The #1 reason for scrap",
        instead: "title: \"The #1 reason for scrap\"")
}
