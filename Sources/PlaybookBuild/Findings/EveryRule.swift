import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookMail
import PlaybookSite
import PlaybookTemplates

extension RuleRegistry {
    /// The rules of all targets: the rules that `rules:` in playbook.yml, `--rule` and `--explain` can name and that
    /// docs/rules.md lists.
    package static let all = RuleRegistry(
        Rule.content + Rule.templates + Rule.site + Rule.messages + Rule.mail + [.missingHistory])
}
