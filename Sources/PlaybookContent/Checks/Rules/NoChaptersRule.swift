import PlaybookCore

extension Rule {
    static let noChapters = Rule(
        "no-chapters",
        "A content folder without a chapter.",
        why: "There is no site to build; most likely the folder is the wrong one.",
        example: "playbook check --content .",
        instead: "playbook check --content content")
}
