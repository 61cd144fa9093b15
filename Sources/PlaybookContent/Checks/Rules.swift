import PlaybookCore

extension Rule {
    /// The rules about content, by name.
    public static let content: [Rule] =
        ([
            invalidYAML, unknownKey, missingKey, duplicateKey, wrongType, invalidValue, unexpectedFile, misplacedFile,
            invalidUTF8, unclosedFrontMatter, unknownRule, fixedRule, unknownField, eventMismatch, datesOutOfOrder,
            duplicateContact, holdMismatch, unknownColumn, missingColumn, raggedRow, duplicateReading, unknownContact,
            brokenLink, namesOtherCustomer, relativeLink, strayMarker, unfilledField, duplicateID, noChapters,
            missingCompany,
            supersedeCycle,
            overdueReview,
            foreignAnswer, collidingPages, missingInclude, includeCycle, includeTooLarge, misplacedInclude,
            undefinedFootnote, unusedFootnote, duplicateFootnote, duplicateHeadingID, nestedTooDeep,
        ] + Reference.allCases.map(unknown)).sorted { $0.name.precedes($1.name) }

    /// The rule of a name, or nil.
    public static func named(_ name: String) -> Rule? { content.first { $0.name == name } }

    static let duplicateID = Rule("duplicate-id", "Two files with the same id.")
    static let noChapters = Rule("no-chapters", "A content folder without a chapter: there is no site to build.")
    static let missingCompany = Rule("missing-company", "Accounts, but no `company:` that could write to them.")
    static let supersedeCycle = Rule(
        "supersede-cycle", "Snippets that replace each other in a circle: nobody gets any.")
    static let overdueReview = Rule(
        "overdue-review", "A chapter whose review date has gone by.", severity: .warning, canBeLowered: true)
    static let foreignAnswer = Rule("foreign-answer", "A snippet for named accounts that answers another account.")
    static let collidingPages = Rule("colliding-pages", "Two chapters whose pages would be written to the same place.")
}
