import PlaybookCore
import PlaybookModel

extension Rule {
    /// The rules about content, sorted by name.
    package static var content: [Rule] {
        (files + snippets + customerText + records + chapters + markup + Reference.allCases.map(unknown))
            .sorted { $0.name.precedes($1.name) }
    }

    private static var files: [Rule] {
        [
            invalidYAML, unknownKey, missingKey, duplicateKey, wrongType, invalidValue, unexpectedFile, misplacedFile,
            invalidUTF8, controlCharacter, unclosedFrontMatter, unseenFrontMatter, wrongEnding, commentInValue,
            unknownRule,
            fixedRule, duplicateID, noChapters, missingCompany,
        ]
    }

    private static var snippets: [Rule] {
        [
            unknownField, unfilledField, strayMarker, relativeLink, eventMismatch, datesOutOfOrder, supersedeCycle,
            foreignAnswer, unusedSnippet, worthMismatch, tabbedText,
        ]
    }

    /// The rules about texts that customers read.
    private static var customerText: [Rule] {
        [
            namesOtherCustomer, internalAddress, placeholderText, fillerPhrase, selfCentred, genericSurvey, longMessage,
            noSoWhat, worthWithoutReason,
        ]
    }

    private static var records: [Rule] {
        [
            duplicateContact, holdMismatch, unknownColumn, missingColumn, raggedRow, textAfterQuote, duplicateReading,
            unknownContact, sharedAddress, unmappedValue, overridesExport, differingRows,
            futureDate, kpiWithoutFigures, unanchoredCadence,
        ]
    }

    private static var chapters: [Rule] {
        [
            brokenLink, overdueReview, collidingPages, invalidAlias, orphanChapter, missingOwner,
            missingAlternativeText, unusedAsset, rawHTML, foreignSyntax, brokenMarkup,
        ]
    }

    private static var markup: [Rule] {
        [
            missingInclude, includeCycle, includeTooLarge, misplacedInclude, undefinedFootnote, unusedFootnote,
            duplicateFootnote, duplicateHeadingID,
        ]
    }
}
