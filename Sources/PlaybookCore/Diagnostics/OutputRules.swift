/// The rules about templates, styles, labels, headers and sizes. They stand here because the modules that report them
/// do not know each other, and so that `rules:` in playbook.yml can name every rule.
extension Rule {
    /// All of them, by name.
    package static var output: [Rule] {
        [
            emailClientSupport, invalidHeaderValue, invalidLabel, invalidStyle, invalidTemplate, largeMessage,
            lineBreakInHeader, messageTooLarge, missingHistory, missingLabels, missingStyles, missingTemplate,
            missingThemeFile, untranslatedMessage,
            unknownClass, unknownValue,
        ]
    }

    /// A template that does not exist, although another template or the program asks for it.
    package static let missingTemplate = Rule(
        "missing-template",
        "A template does not exist, although the program or another template needs it.",
        why: "What it prints would be missing from every page or message.",
        example: "{{> page-foot}}",
        instead: "{{> page-foot}}, and a file page-foot.mustache beside it")

    /// A template whose tags do not match.
    package static let invalidTemplate = Rule(
        "invalid-template",
        "A template is not Mustache that can be read.",
        why: "No page or message can be made with it.",
        example: "{{#items}}<li>{{title}}</li>",
        instead: "{{#items}}<li>{{title}}</li>{{/items}}")

    /// A name in a template that no value has.
    package static let unknownValue = Rule(
        "unknown-value",
        "A template asks for a value that the program does not give.",
        why: "Nothing would be shown in its place, and nobody would notice.",
        example: "<h1>{{titel}}</h1>",
        instead: "<h1>{{title}}</h1>")

    /// A style sheet or script that does not exist, although every page refers to it.
    package static let missingThemeFile = Rule(
        "missing-theme-file",
        "The theme lacks a file that every page refers to.",
        why: "Every page would be without its styles, its scripts or its icon.",
        example: "site-templates/site/assets/main.css",
        instead: "site-templates/site/assets/site.css")

    /// Something in a mail template that a mail program in wide use ignores.
    package static let emailClientSupport = Rule(
        "email-client-support",
        "A mail template uses what Gmail, Apple Mail or Outlook does not have.",
        why: "Some customers would see a broken message, and nobody here would know.",
        example: ".items { display: flex; }",
        instead: ".items { width: 100%; }")

    /// A class in a mail template for which `styles.css` has no rule.
    package static let unknownClass = Rule(
        "unknown-class",
        "A mail template uses a class that has no rule in `styles.css`.",
        why: "Styles become part of the elements before a message is sent. A class without a rule has no effect.",
        example: "<td class=\"buton\">",
        instead: "<td class=\"button\">")

    /// A rule of `styles.css` that would silently have no effect.
    package static let invalidStyle = Rule(
        "invalid-style",
        "A rule of the mail styles is not written as it should be.",
        why: "It would silently have no effect.",
        example: ".button { color #FFFFFF; }",
        instead: ".button { color: #FFFFFF; }")

    /// The file with the styles of the messages does not exist.
    package static let missingStyles = Rule(
        "missing-styles",
        "The file with the mail styles does not exist.",
        why: "Messages would have no styles at all.",
        example: "site-templates/email/style.css",
        instead: "site-templates/email/styles.css")

    /// The file with the English words of the messages does not exist.
    package static let missingLabels = Rule(
        "missing-labels",
        "The file with the English words of the messages does not exist.",
        why: "Messages in a language without words of its own are in English.",
        example: "site-templates/email/labels.de.yml",
        instead: "site-templates/email/labels.de.yml, and labels.en.yml beside it")

    /// A language of customers for which the messages have no words.
    package static let untranslatedMessage = Rule(
        "untranslated-message",
        "A language of an account for which the messages have no words.",
        severity: .warning, canBeLowered: true,
        why: "Greeting, headings and links are not in the customer's language, but in that of the site or in English.",
        example: "language: fr",
        instead: "language: fr, and site-templates/email/labels.fr.yml")

    /// A text of the messages whose values cannot be filled in as it is written.
    package static let invalidLabel = Rule(
        "invalid-label",
        "A label of the messages is not written as it should be.",
        why: "Customers would read braces, or words with a gap in them.",
        example: "greeting: \"Hello {{nmae}}\"",
        instead: "greeting: \"Hello {{name}}\"")

    /// A line break in a header would start another header: whoever can put one into a name could add recipients. So
    /// it is refused and never repaired (RFC 5322, section 2.2).
    package static let lineBreakInHeader = Rule(
        "line-break-in-header",
        "A value that would stand in a message's header has a line break in it.",
        why: "What follows a line break would be read as another header, such as one that adds recipients.",
        example: "name: \"Ana\\nBcc: all@company.example\"",
        instead: "name: Ana Silva")

    /// An address or another structured value that mail programs could not read.
    package static let invalidHeaderValue = Rule(
        "invalid-header-value",
        "A value that would stand in a message's header is not written as headers need it.",
        why: "Mail programs could not read the message, or would refuse it.",
        example: "language: english please",
        instead: "language: en")

    /// A message so large that mail programs would cut it, and with it the way to unsubscribe.
    package static let messageTooLarge = Rule(
        "message-too-large",
        "A message is so large that mail programs cut it.",
        why: "Gmail cuts a message at about 102 KB. The link to unsubscribe is below the cut.",
        example: "digest: {max_items: 20}",
        instead: "digest: {max_items: 5}")

    /// A message that is near the size at which mail programs cut it.
    package static let largeMessage = Rule(
        "large-message",
        "A message is near the size at which mail programs cut it.",
        severity: .warning, canBeLowered: true,
        why: "With a few more sentences it would be cut.",
        example: "digest: {max_items: 15}",
        instead: "digest: {max_items: 5}")

    /// A Git repository whose history cannot be read.
    package static let missingHistory = Rule(
        "missing-history",
        "The content is in a Git repository, but its history is not there or cannot be read.",
        severity: .warning, canBeLowered: true,
        why: "Pages do not say when and by whom they were changed, and there is no feed.",
        example: "uses: actions/checkout@v4",
        instead: """
            uses: actions/checkout@v4
            with: {fetch-depth: 0}
            """)
}
