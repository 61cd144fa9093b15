import PlaybookCore
import PlaybookModel

extension Rule {
    static let foreignAnswer = Rule(
        "foreign-answer",
        "A snippet for named accounts that answers another account.",
        why: "The account that asked can never get the answer.",
        example: """
            accounts: [northwind-foods]
            answers: [2026-10-07-contoso-scrap-by-tool]
            """,
        instead: """
            accounts: [northwind-foods, contoso-motors]
            answers: [2026-10-07-contoso-scrap-by-tool]
            """)

    static let supersedeCycle = Rule(
        "supersede-cycle",
        "Snippets that replace each other in a circle.",
        why: "Each is left out because of another, so nobody gets any of them.",
        example: """
            a.md: supersedes: [b]
            b.md: supersedes: [a]
            """,
        instead: "b.md: supersedes: [a]")
}

/// The findings about references of snippets to each other and to voice records.
func checkAcross(_ snippets: [Snippet], voices: [VoiceRecord], records: [String: RecordFile]) -> [Diagnostic] {
    let voiceAccounts = Dictionary(voices.map { ($0.id, $0.account) }) { first, _ in first }
    var diagnostics = checkFormerIDs(snippets, records: records)
    for snippet in snippets {
        guard let accounts = snippet.accounts, let record = records[snippet.id] else { continue }
        for voice in snippet.answers {
            guard let account = voiceAccounts[voice], !accounts.contains(account) else { continue }
            diagnostics.append(
                Diagnostic(
                    .foreignAnswer, "`\(voice)` is a record of `\(account)`, which can never get this snippet",
                    at: record.file.place(record.yaml?["answers"]?.source ?? 0..<0),
                    help: "add `\(account)` to `accounts`, or remove the record from `answers`"))
        }
    }
    for cycle in cycles(Dictionary(snippets.map { ($0.id, $0.supersedes) }) { first, _ in first }) {
        guard let record = records[cycle[0]] else { continue }
        diagnostics.append(
            Diagnostic(
                .supersedeCycle, "snippets replace each other: \((cycle + [cycle[0]]).joined(separator: " → "))",
                at: record.file.place(record.yaml?["supersedes"]?.source ?? 0..<0),
                help: "remove one of them from `supersedes`"))
    }
    return diagnostics
}

/// The findings about former ids that another snippet has now: messages sent under such an id would count for that
/// snippet.
private func checkFormerIDs(_ snippets: [Snippet], records: [String: RecordFile]) -> [Diagnostic] {
    snippets.flatMap { snippet in
        (records[snippet.id]?.yaml?["was"]?.items ?? []).compactMap { node -> Diagnostic? in
            guard let id = node.scalar, let owner = records[id], let record = records[snippet.id] else { return nil }
            let note = Diagnostic.Note("it is here", at: owner.file.place)
            return Diagnostic(
                .duplicateID,
                id == snippet.id ? "`\(id)` is its own id" : "`\(id)` is the id of an existing snippet",
                at: record.file.place(node.source), help: "`was` lists ids that no snippet has any longer",
                notes: [note])
        }
    }
}

/// The cycles of a graph, each once, starting from its first node by bytes. The search is depth-first, without
/// recursion.
private func cycles(_ edges: [String: [String]]) -> [[String]] {
    var found: [[String]] = []
    var finished: Set<String> = []
    for start in edges.keys.sortedByBytes() where !finished.contains(start) {
        var path: [String] = [start]
        var waiting: [[String]] = [(edges[start] ?? []).sortedByBytes()]
        while !path.isEmpty {
            guard let next = waiting[waiting.count - 1].popLast() else {
                finished.insert(path.removeLast())
                waiting.removeLast()
                continue
            }
            if let index = path.firstIndex(of: next) {
                found.append(Array(path[index...]))
            } else if !finished.contains(next) {
                path.append(next)
                waiting.append((edges[next] ?? []).sortedByBytes())
            }
        }
    }
    return found
}
