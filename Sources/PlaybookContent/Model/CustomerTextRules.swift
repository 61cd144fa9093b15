/// `customer_text:` in playbook.yml: what the rules about customers' texts go by.
public struct CustomerTextRules: Sendable, Hashable {
    /// Phrases that say nothing, besides those that are known without being listed.
    public var fillerPhrases: [String] = []
    /// Phrases that are fine here, though they are known to say nothing elsewhere.
    public var allowedPhrases: [String] = []
    /// Hosts inside the company; what is below them counts too.
    public var internalHosts: [String] = []
    /// How many words the body of a snippet may have.
    public var longestSnippet = 200

    public init() {}
}
