import PlaybookCore

extension Rule {
    static let misplacedFile = Rule(
        "misplaced-file",
        "A folder where a file should be, or a link that is not followed.",
        why: "What is meant to be read is not, or files from outside would be published.",
        example: "content/playbook.yml/settings.yml",
        instead: "content/playbook.yml")
}
