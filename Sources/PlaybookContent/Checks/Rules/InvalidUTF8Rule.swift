import PlaybookCore

extension Rule {
    static let invalidUTF8 = Rule(
        "invalid-utf8",
        "A file that is not UTF-8.",
        why: "Its letters cannot be known for certain, so names would be spelled wrongly in mail.",
        example: "Stra\\xDFe, saved as Latin-1",
        instead: "Straße, saved as UTF-8")
}
