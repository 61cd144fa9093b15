import Foundation
import PlaybookBuild
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel
import PlaybookSite
import Synchronization
import TestSupport
import Testing

/// What one customer must not see of another, and what no customer must see of colleagues' talk. Random libraries are full of secrets, and a
/// program that reads messages as mail programs do searches everything that is built from them (Tests/Leaks).
@Suite struct LeakTests {
    private static let month = YearMonth(year: 2026, month: 11)
    private static let today = CalendarDate(days: 20_762)

    @Test func noSecretIsWhereItMustNotBe() async throws {
        let generated = try RandomLibrary.python("../Leaks/libraries.py", ["\(Proofs.cases(of: 1_000, little: 10))"])
        #expect(generated.code == 0, "\(generated.errors)")
        let place = FileManager.default.temporaryDirectory.appending(path: "leaks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let (libraries, built) = (place.appending(path: "libraries"), place.appending(path: "built"))
        try Data(generated.output.utf8).write(to: libraries)
        try Data().write(to: built)
        let file = try FileHandle(forWritingTo: built)
        let templates = try templates()
        for line in generated.output.split(separator: "\n") {
            let random = try JSONDecoder().decode(SecretLibrary.self, from: Data(line.utf8))
            let library = try await random.load()
            var options = DigestOptions()
            options.overview = templates.overview
            options.keepsReasons = true
            let sink = MemoryOutput()
            let digests = try await digests(
                of: library, ledger: .empty, month: Self.month, templates: templates.email, options: options, into: sink
            )
            #expect(digests.diagnostics.filter { $0.severity == .error }.isEmpty, "library \(random.seed)")
            let plan = MonthPlan(
                digests, month: Self.month, library: library, asOf: Self.today,
                pages: await MessagePages(
                    of: library, ledger: .empty, month: Self.month, templates: templates.email))
            let pages = try await site(of: library, with: templates.site, plan: plan)
            let messages = sink.files.map { OutputFile(path: "_digests/\(Self.month)/\($0.path)", bytes: $0.bytes) }
            for output in messages + pages {
                try file.write(contentsOf: Data("\(random.seed) \(output.bytes.count) \(output.path)\n".utf8))
                try file.write(contentsOf: Data(output.bytes))
            }
        }
        try file.close()
        let outcome = try RandomLibrary.python("../Leaks/search.py", [libraries.path, built.path])
        print(outcome.output)
        #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
    }

    /// A name and a marker, in each disguise of Tests/Leaks/disguises.py and in each place where a reader could see it, are refused, each by its
    /// own rule.
    @Test func everyDisguiseIsRefused() async throws {
        // A library has about 170 such files.
        let generated = try RandomLibrary.python(
            "../Leaks/libraries.py", ["\(Proofs.cases(of: 200, little: 1))", "7", "refused"])
        #expect(generated.code == 0, "\(generated.errors)")
        for line in generated.output.split(separator: "\n") {
            let random = try JSONDecoder().decode(SecretLibrary.self, from: Data(line.utf8))
            let refused = try #require(random.refused)
            #expect(refused.count > 150)
            let loaded = await random.loadWithRefused()
            var rules: [String: Set<String>] = [:]
            for diagnostic in loaded.diagnostics {
                rules[diagnostic.place.file, default: []].insert(diagnostic.rule.name)
            }
            for (file, text) in refused {
                let found = rules["content/" + file] ?? []
                let isRefused = text.rules.isEmpty || !found.isDisjoint(with: text.rules)
                #expect(isRefused, "\(random.seed): \(text.text)")
            }
            // Content that names nobody is as before.
            for file in random.files.keys {
                #expect(rules["content/" + file]?.contains("names-other-customer") != true, "\(file)")
            }
        }
    }

    private func templates() throws -> (email: EmailTemplates, overview: OverviewTemplates, site: SiteTemplates) {
        let folder = Places.repository.appending(path: "site-templates").path
        let files = try readFiles(in: folder + "/email") { _ in true }
        let overview = try readFiles(in: folder + "/digests") { _ in true }
        return (
            try EmailTemplates.compile(files, in: folder + "/email", words: WordFile.read),
            try OverviewTemplates.compile(overview, in: folder + "/digests"),
            SiteTemplates.compile(
                try readFiles(in: folder + "/site") { _ in true },
                assets: try readFiles(in: folder + "/site/assets") { _ in true }, in: folder
            ).templates
        )
    }

    /// The files of the site without those of the theme, which do not depend on the content.
    private func site(of library: Library, with templates: SiteTemplates, plan: MonthPlan) async throws -> [OutputFile]
    {
        let files = Mutex<[OutputFile]>([])
        try await writeSite(of: library, with: templates, asOf: Self.today, plan: plan) { file in
            if !file.path.hasPrefix("assets/") { files.withLock { $0.append(file) } }
        }
        return files.withLock { $0 }
    }
}

/// A library that `Tests/Leaks/libraries.py` made.
private struct SecretLibrary: Decodable {
    var seed: Int
    var files: [String: String]
    /// Only if they were requested.
    var refused: [String: Refused]?

    struct Refused: Decodable {
        /// Empty for a file that is refused together with another one.
        var rules: [String]
        var text: String
    }

    func loadWithRefused() async -> LoadedContent {
        let all = files.merging((refused ?? [:]).mapValues(\.text)) { $1 }
        let sources = all.map { SourceFile(path: "content/" + $0.key, name: $0.key, bytes: Array($0.value.utf8)) }
        return await PlaybookContent.load(ContentFolder(path: "content", files: sources)) { _ in
            CalendarDate(days: 20_000)
        }
    }

    func load() async throws -> Library {
        try await RandomLibrary(
            seed: seed, months: [], days: [:], files: [:], shuffled: [:], ineligible: [:],
            ledger: RandomLibrary.Records()
        ).load(files)
    }
}
