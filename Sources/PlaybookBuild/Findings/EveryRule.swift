import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookMail
import PlaybookSite
import PlaybookTemplates

extension RuleRegistry {
    /// The rules of all targets: what `rules:` in playbook.yml, `--rule` and `--explain` can name, and docs/rules.md
    /// lists.
    package static let all = RuleRegistry(
        Rule.content + Rule.templates + Rule.site + Rule.messages + Rule.mail + [.missingHistory])
}
