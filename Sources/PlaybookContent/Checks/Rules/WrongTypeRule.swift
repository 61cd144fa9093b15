import PlaybookCore

extension Rule {
    static let wrongType = Rule(
        "wrong-type",
        "A value of another type than its key takes.",
        why: "YAML reads `4.2` as a number and `no` as a word; versions would be compared wrongly.",
        example: "products: {edge-gateway: 4.20}",
        instead: "products: {edge-gateway: \"4.20\"}")
}
