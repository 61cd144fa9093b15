import PlaybookCore

extension Rule {
    static let misplacedFile = Rule(
        "misplaced-file",
        "A folder where a file should be, a link that is not followed, or a name with control characters.",
        why:
            "What is meant to be read is not, files from outside would be published, or a name would break the lines that it is printed in.",
        example: "content/playbook.yml/settings.yml",
        instead: "content/playbook.yml")
}
