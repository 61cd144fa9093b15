import PlaybookCore

/// The snippets that no contact of any account can get, whatever the month.
func checkReaders(
    _ snippets: [Snippet], _ accounts: [Account], _ configuration: Configuration, asOf: CalendarDate,
    records: [String: RecordFile]
) -> [Diagnostic] {
    // Without accounts there is nobody to hold the snippets against yet.
    guard !accounts.isEmpty else { return [] }
    return snippets.compactMap { snippet in
        // What is over had its readers.
        if snippet.draft || (snippet.expires ?? snippet.event?.date ?? asOf) < asOf { return nil }
        let fitting = accounts.filter { fits($0, snippet, configuration) }
        if fitting.contains(where: { $0.contacts.contains { !Set($0.roles).isDisjoint(with: snippet.roles) } }) {
            return nil
        }
        guard let record = records[snippet.id] else { return nil }
        let roles = record.yaml?["roles"]?.source ?? 0..<0
        let title = record.yaml?["title"]?.source ?? 0..<0
        return fitting.isEmpty
            ? Diagnostic(
                .unusedSnippet, "no account meets its conditions", at: record.file.place(title),
                help: "look at accounts, industries, products, regions, stages and language")
            : Diagnostic(
                .unusedSnippet, "no contact of the accounts that it is for has its roles", at: record.file.place(roles),
                help: "it could go to accounts such as \(fitting[0].id)")
    }
}

/// The conditions on an account that do not depend on the month (selection.md, filters 5 to 10).
private func fits(_ account: Account, _ snippet: Snippet, _ configuration: Configuration) -> Bool {
    func meets(_ wanted: [String]?, _ value: String?) -> Bool {
        wanted.map { list in value.map(list.contains) ?? false } ?? true
    }
    let language = account.language ?? configuration.site.language
    return meets(snippet.accounts, account.id) && meets(snippet.industries, account.industry)
        && meets(snippet.regions, account.region) && meets(snippet.stages, account.stage)
        && meets(snippet.language.map { [$0] }, language)
        && snippet.products.map { !$0.allSatisfy { account.products[$0] == nil } } ?? true
}
