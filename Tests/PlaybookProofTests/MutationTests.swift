import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// Whatever happens to one file of the bundled content, `check` does not crash, and either reports nothing or names that file.
@Suite struct MutationTests {
    static let content = Places.repository.appending(path: "content").path

    /// The bundled content, and the files of it that a proof changes: all of them, or some spread over the whole.
    private func content() async throws -> (folder: ContentFolder, some: [SourceFile]) {
        let folder = try await ContentFolder.read(Self.content)
        let step = max(1, folder.files.count / Proofs.cases(of: folder.files.count, little: 6))
        return (folder, stride(from: 0, to: folder.files.count, by: step).map { folder.files[$0] })
    }

    @Test func aFileThatIsGoneIsNamedOrNotMissed() async throws {
        let (folder, some) = try await content()
        for file in some {
            let rest = ContentFolder(
                path: folder.path, files: folder.files.filter { $0.name != file.name }, others: folder.others)
            let problem = await problem(rest, with: file.name)
            #expect(problem == nil, "without \(file.name): \(problem ?? "")")
        }
        for name in folder.others {
            let rest = ContentFolder(
                path: folder.path, files: folder.files, others: folder.others.filter { $0 != name })
            let problem = await problem(rest, with: name)
            #expect(problem == nil, "without \(name): \(problem ?? "")")
        }
    }

    @Test func aWrongByteIsNamedOrNotMissed() async throws {
        let folder = try await ContentFolder.read(Self.content)
        var random = SplitMix64(state: 20_261_122)
        let mutations = (0..<Proofs.cases(of: 10_000, little: 60)).map { _ in mutation(of: folder, with: &random) }
        let parts = Dictionary(uniqueKeysWithValues: folder.files.map { ($0.name, part(of: folder, around: $0.name)) })
        let problems = await mutations.asyncProblems { mutation in
            let part = parts[mutation.file] ?? folder
            let files = part.files.map { file in
                file.name == mutation.file
                    ? SourceFile(path: file.path, name: file.name, bytes: mutation.applied(to: file)) : file
            }
            let mutated = ContentFolder(path: part.path, files: files, others: part.others)
            return await problem(mutated, with: mutation.file).map { "\(mutation): \($0)" }
        }
        let first = problems.prefix(20).joined(separator: "\n")
        #expect(problems.isEmpty, "\(problems.count) of \(mutations.count):\n\(first)")
    }

    @Test func thePartsThatAreMutatedAreCleanBefore() async throws {
        let (folder, some) = try await content()
        for file in some {
            let findings = await loaded(part(of: folder, around: file.name)).diagnostics
            #expect(findings.isEmpty, "\(file.name)")
        }
    }

    /// The content that a file refers to, and the content that refers to it, so that ten thousand runs fit into a minute or two.
    private func part(of folder: ContentFolder, around name: String) -> ContentFolder {
        let kind = name.split(separator: "/").first.map(String.init) ?? ""
        if kind == "chapters" { return chapterPart(of: folder, around: name) }
        let parts: [String] =
            switch kind {
            case "shared": ["chapters", "shared"]
            case "snippets": ["accounts", "voice", "shared"]
            case "readings", "touches": ["accounts"]
            default: ["accounts", "voice", "snippets", "shared", "readings", "touches"]
            }
        var files = folder.files.filter { file in
            let isNear = parts.contains { file.name.hasPrefix($0 + "/") }
            // The snippets that the bundled ones supersede.
            let isReplaced = kind == "snippets" && file.name.contains("-beta")
            return file.name == name || file.name == "playbook.yml" || isNear || isReplaced
        }
        let hasChapters = parts.contains("chapters")
        if !hasChapters {
            let text = "---\nowner: priya\nreview_by: 2030-01-01\n---\n# Home\n"
            let home = folder.path(of: "chapters/index.md")
            files.append(SourceFile(path: home, name: "chapters/index.md", bytes: Array(text.utf8)))
        }
        return ContentFolder(path: folder.path, files: files, others: hasChapters ? folder.others : [])
    }

    /// A chapter, with the headings of other chapters that it names, and with stand-ins for the snippets that it names.
    private func chapterPart(of folder: ContentFolder, around name: String) -> ContentFolder {
        let own = folder.files.first { $0.name == name }.map { $0.text(0..<$0.bytes.count) } ?? ""
        func isNamed(_ name: String) -> Bool { own.contains(name.split(separator: "/").last ?? "") }
        let files = folder.files.compactMap { file -> SourceFile? in
            if file.name == name || file.name == "playbook.yml" { return file }
            if file.name.hasPrefix("accounts/") { return file }
            guard isNamed(file.name) || file.name == "chapters/index.md" else { return nil }
            let text: String
            if file.name.hasPrefix("chapters/") {
                let headings = file.text(0..<file.bytes.count).split(separator: "\n").filter { $0.hasPrefix("#") }
                text =
                    "---\nowner: priya\nreview_by: 2030-01-01\n---\n# Page\n\n" + headings.joined(separator: "\n\n")
                    + "\n"
            } else if file.name.hasPrefix("snippets/") {
                text = """
                    ---
                    title: Check the belt
                    summary: Your line stops less.
                    kind: content
                    kpis: [unplanned-downtime]
                    roles: [maintenance]
                    action: {label: Read how, url: "https://helios.example/belt"}
                    publish: 2026-11-01
                    owner: priya
                    ---
                    You have less unplanned downtime with a belt that is checked.

                    """
            } else {
                return nil
            }
            return SourceFile(path: file.path, name: file.name, bytes: Array(text.utf8))
        }
        let others = folder.others.filter(isNamed)
        return ContentFolder(path: folder.path, files: files, others: others)
    }

    private func loaded(_ folder: ContentFolder) async -> LoadedContent {
        await load(folder) { _ in CalendarDate(days: 20_779) }
    }

    /// Nil if there is no finding and nothing is lost, or if a finding names the file or its id.
    private func problem(_ folder: ContentFolder, with file: String) async -> String? {
        let result = await loaded(folder)
        let findings = result.diagnostics
        if let library = result.library, let lost = lost(from: library, of: folder) { return lost }
        // Links and ids use only the last part of a file's name.
        let name = file.split(separator: "/").last ?? ""
        let id = String(name.prefix { $0 != "." })
        let isNamed =
            findings.isEmpty
            || findings.contains { finding in
                let texts =
                    [finding.place.file, finding.message, finding.help ?? ""]
                    + finding.notes.flatMap { [$0.message, $0.place?.file ?? ""] }
                return texts.contains { $0.contains(file) || (!id.isEmpty && $0.contains(id)) }
            }
        guard !isNamed else { return nil }
        return findings.prefix(2).map { "\($0.place.file): \($0.message) [\($0.rule.name)]" }.joined(separator: "; ")
    }

    /// A kind of record of which the library has fewer than there are files; nil if all are there.
    private func lost(from library: Library, of folder: ContentFolder) -> String? {
        let records = [
            "chapters": library.chapters.count, "snippets": library.snippets.count,
            "accounts": library.accounts.count, "voice": library.voices.count,
        ]
        return records.sorted { $0.key < $1.key }.lazy.compactMap { kind, count in
            let files = folder.files.count { $0.name.hasPrefix(kind + "/") }
            return count == files ? nil : "\(files) files in \(kind), but \(count) records in the library"
        }.first
    }

    private func mutation(of folder: ContentFolder, with random: inout SplitMix64) -> Mutation {
        let file = folder.files[Int.random(in: folder.files.indices, using: &random)]
        let offset = Int.random(in: file.bytes.indices, using: &random)
        // Bytes with a meaning occur as often as all others together.
        let telling = Array("\n\r\t -:#'\"{}[]()<>|*`!,&%@\\/0aA".utf8)
        let byte =
            Bool.random(using: &random)
            ? telling.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
        return Mutation(file: file.name, offset: offset, byte: byte)
    }
}

private struct Mutation: Sendable, CustomStringConvertible {
    let file: String
    let offset: Int
    let byte: UInt8

    func applied(to file: SourceFile) -> [UInt8] {
        var bytes = file.bytes
        bytes[offset] = byte
        return bytes
    }

    var description: String { "\(file), byte \(offset) made 0x\(String(byte, radix: 16))" }
}

/// A generator that gives the same numbers on every run (Steele, Lea, Flood: SplitMix, 2014).
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Array where Element: Sendable {
    /// The problems that a check reports about the elements, found on all cores.
    fileprivate func asyncProblems(_ check: @escaping @Sendable (Element) async -> String?) async -> [String] {
        await withTaskGroup(of: [String].self) { group in
            let size = Swift.max(1, count / 16)
            for start in stride(from: 0, to: count, by: size) {
                let chunk = self[start..<Swift.min(start + size, count)]
                group.addTask {
                    var problems: [String] = []
                    for element in chunk {
                        if let problem = await check(element) { problems.append(problem) }
                    }
                    return problems
                }
            }
            var problems: [String] = []
            for await found in group { problems += found }
            return problems.sortedByBytes()
        }
    }
}
