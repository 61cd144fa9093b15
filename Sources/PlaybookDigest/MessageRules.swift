import PlaybookCore

extension Rule {
    /// The rules about the templates, styles, words and sizes of messages.
    package static var messages: [Rule] {
        [
            emailClientSupport, invalidLabel, invalidStyle, largeMessage, messageTooLarge, missingLabels, missingStyles,
            unknownClass, untranslatedMessage,
        ]
    }
}
