import PlaybookCore

extension Rule {
    static let misplacedFile = Rule(
        "misplaced-file",
        "A folder where a file should be, a link that is not followed, or a name with control characters.",
        why:
            "A file that should be read is not, a file from outside would be published, or a name would break the lines in which it is printed.",
        example: "content/playbook.yml/settings.yml",
        instead: "content/playbook.yml")
}
