import PlaybookCore

extension Rule {
    static let invalidYAML = Rule(
        "invalid-yaml",
        "A file or its front matter is not YAML that can be read.",
        why: "Nothing in the file can be checked or used, and two programs may read it differently.",
        example: "title: Bearing alerts: nine days' warning",
        instead: "title: \"Bearing alerts: nine days' warning\"")
}
