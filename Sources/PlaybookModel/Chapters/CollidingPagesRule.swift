import PlaybookCore

extension Rule {
    /// Two pages at one place. The content target finds those of chapters and aliases; the site finds those of the pages that it makes.
    package static let collidingPages = Rule(
        "colliding-pages",
        "Two chapters, or a chapter and an alias, whose pages would be written to the same place. If the rule is lowered, such an alias is left out; two chapters stay an error.",
        canBeLowered: true,
        why: "One would overwrite the other. On disks that ignore case, so would pages that differ only in case.",
        example: """
            chapters/roles.md
            chapters/roles/index.md
            """,
        instead: """
            chapters/roles.md
            chapters/roles/operator.md
            """)
}
