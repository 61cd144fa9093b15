import PlaybookCore
import PlaybookModel

/// The findings about snippets that no contact of any account can get in any month.
func checkReaders(
    _ snippets: [Snippet], _ accounts: [Account], _ configuration: Configuration, asOf: CalendarDate,
    records: [String: RecordFile]
) -> [Diagnostic] {
    // Without accounts there are no readers to compare the snippets with yet.
    guard !accounts.isEmpty else { return [] }
    return snippets.compactMap { snippet in
        // A snippet that has expired may have had its readers.
        if snippet.draft || (snippet.expires ?? snippet.event?.date ?? asOf) < asOf { return nil }
        let fitting = accounts.filter { failing($0, snippet, configuration).isEmpty }
        if fitting.contains(where: { $0.contacts.contains { !Set($0.roles).isDisjoint(with: snippet.roles) } }) {
            return nil
        }
        guard let record = records[snippet.id] else { return nil }
        let roles = record.yaml?["roles"]?.source ?? 0..<0
        let title = record.yaml?["title"]?.source ?? 0..<0
        return fitting.isEmpty
            ? Diagnostic(
                .unusedSnippet, "no account meets its conditions", at: record.file.place(title),
                help: nearest(to: snippet, among: accounts, configuration))
            : Diagnostic(
                .unusedSnippet, "no contact of the accounts that it is for has its roles", at: record.file.place(roles),
                help: "it could go to accounts such as \(fitting[0].id)")
    }
}

/// A help that names the account that fails the fewest conditions; nil if there is none.
private func nearest(to snippet: Snippet, among accounts: [Account], _ configuration: Configuration) -> String? {
    let candidates = accounts.map { (id: $0.id, keys: failing($0, snippet, configuration)) }
    // An account that the snippet names is preferred, however many conditions it fails.
    func distance(_ keys: [String]) -> Int { keys.count + (keys.contains("accounts") ? 10 : 0) }
    guard let nearest = candidates.min(by: { distance($0.keys) < distance($1.keys) }) else { return nil }
    return
        "the nearest is `\(nearest.id)`, which does not meet \(nearest.keys.map { "`\($0)`" }.joined(separator: ", "))"
}

/// The keys of those conditions that an account fails, of the ones that do not depend on the month
/// (docs/selection.md, section 4, filters 5 to 10).
private func failing(_ account: Account, _ snippet: Snippet, _ configuration: Configuration) -> [String] {
    func meets(_ wanted: [String]?, _ value: String?) -> Bool {
        wanted.map { list in value.map(list.contains) ?? false } ?? true
    }
    let language = account.language ?? configuration.site.language
    let conditions = [
        ("accounts", meets(snippet.accounts, account.id)), ("industries", meets(snippet.industries, account.industry)),
        ("regions", meets(snippet.regions?.map { $0.lowercased() }, account.region?.lowercased())),
        ("stages", meets(snippet.stages, account.stage)),
        ("language", meets(snippet.language.map { [$0] }, language)),
        ("products", snippet.products.map { !$0.allSatisfy { account.products[$0] == nil } } ?? true),
    ]
    return conditions.filter { !$0.1 }.map(\.0)
}
