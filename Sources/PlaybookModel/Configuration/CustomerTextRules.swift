/// `customer_text:` in playbook.yml: settings of the rules about texts for customers.
package struct CustomerTextRules: Sendable, Hashable {
    /// Phrases that say nothing, in addition to the ones that are built in.
    package var fillerPhrases: [String] = []
    /// Built-in phrases that are allowed here.
    package var allowedPhrases: [String] = []
    /// Hosts inside the company. Hosts below them count too.
    package var internalHosts: [String] = []
    /// The most words in the body of a snippet.
    package var longestSnippet = 200

    package init() {}
}
