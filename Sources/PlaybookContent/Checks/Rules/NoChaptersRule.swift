import PlaybookCore

extension Rule {
    static let noChapters = Rule(
        "no-chapters",
        "A content folder without a chapter.",
        why: "There is no site to build; probably it is the wrong folder.",
        example: "playbook check --content .",
        instead: "playbook check --content content")
}
