import PlaybookContent
import PlaybookCore
import Synchronization
import TestSupport
import Testing

@testable import PlaybookSite

/// 2026-11-22.
let today = CalendarDate(days: 20_779)

/// The files of the site of some content, made with the repository's templates.
func site(
    _ content: ContentFolder, rules: RuleSettings = RuleSettings(), plan: MonthPlan? = nil,
    changes: [String: LastChange] = [:]
) async throws -> [OutputFile] {
    let loaded = await load(content, rules: rules) { _ in today }
    let library = try #require(loaded.library, "\(loaded.diagnostics)")
    let templates = SiteTemplates.compile(
        try readFiles(in: Places.repository.appending(path: "site-templates/site").path) { _ in true },
        assets: try readFiles(in: Places.repository.appending(path: "site-templates/site/assets").path) { _ in true },
        in: "site")
    #expect(templates.diagnostics.isEmpty, "\(templates.diagnostics)")
    let files = Mutex<[OutputFile]>([])
    try await writeSite(of: library, with: templates.templates, asOf: today, plan: plan, changes: changes) { file in
        files.withLock { $0.append(file) }
    }
    let written = files.withLock { $0 }
    #expect(Set(written.map(\.path)).count == written.count)
    return written
}

/// The same files by path, as text. A file that is not text is empty, because only its existence matters.
func textsOfSite(
    _ content: ContentFolder, rules: RuleSettings = RuleSettings(), plan: MonthPlan? = nil,
    changes: [String: LastChange] = [:]
) async throws -> [String: String] {
    let files = try await site(content, rules: rules, plan: plan, changes: changes)
    let texts = files.map { ($0.path, String(validating: $0.bytes, as: UTF8.self) ?? "") }
    return Dictionary(texts) { first, _ in first }
}

func textsOfSite(
    _ files: [String: String], plan: MonthPlan? = nil, changes: [String: LastChange] = [:]
) async throws -> [String: String] {
    try await textsOfSite(contentFolder(files), plan: plan, changes: changes)
}

func contentFolder(_ files: [String: String]) -> ContentFolder {
    let read = files.map { SourceFile(path: "content/\($0.key)", name: $0.key, bytes: Array($0.value.utf8)) }
    return ContentFolder(path: "content", files: read)
}
