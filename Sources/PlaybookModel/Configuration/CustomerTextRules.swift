/// `customer_text:` in playbook.yml: what the rules about customers' texts go by.
package struct CustomerTextRules: Sendable, Hashable {
    /// Phrases that say nothing, besides those that are known without being listed.
    package var fillerPhrases: [String] = []
    /// Phrases that are fine here, though they are known to say nothing elsewhere.
    package var allowedPhrases: [String] = []
    /// Hosts inside the company; what is below them counts too.
    package var internalHosts: [String] = []
    /// How many words the body of a snippet may have.
    package var longestSnippet = 200

    package init() {}
}
