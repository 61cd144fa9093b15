import ArgumentParser
import Foundation
import PlaybookBuild
import PlaybookContent
import PlaybookCore
import PlaybookModel

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes a content folder to start with: the chapters, without the samples.",
        discussion: """
            Copies the chapters of another content folder with their pictures, and its settings without the company. Accounts, \
            readings, touches, voice records and snippets are left out, and links to them become plain text. Nothing is \
            overwritten: the new folder must not exist, or must be empty.
            """)

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"), transform: withoutSlash)
    var folder: String

    @Option(help: ArgumentHelp("The content folder to start from.", valueName: "folder"))
    var from = "content"

    @Option(help: ArgumentHelp("The owner of the chapters: \"Name <name@company.example>\".", valueName: "person"))
    var owner: Mailbox?

    func run() async throws {
        guard try kind(ofFile: from) == .folder else {
            throw UsageError("there is no content folder `\(from)` to start from; name it with --from")
        }
        if let kind = try kind(ofFile: folder) {
            guard try kind == .folder && listFolder(folder, hidden: true).isEmpty else {
                throw UsageError("\(folder) already exists, and nothing is overwritten; name another folder")
            }
        }
        let source = try await ContentFolder.read(from)
        let loaded = await load(source) { _ in CalendarDate(days: 0) }
        try InternalFault.check(loaded)
        let name = owner?.name ?? "Owner of the playbook"
        let person = (id: personID(name), person: Person(name: name, email: owner?.email))
        guard let made = starter(from: source, loaded, owner: person) else {
            writeError(try text(of: loaded.diagnostics.filter { $0.severity == .error }, as: .text, for: 2))
            throw ExitStatus.contentHasErrors
        }
        try await check(made.files, made.copied)
        try makeNewFolder(folder, reporting: reportLeftover) { writer in
            try writer.write(made.files.map { OutputFile(path: $0.name, bytes: $0.bytes) })
            for name in made.copied {
                try writer.write(OutputFile(path: name, bytes: try readFile(source.path(of: name))))
            }
        }
        let chapters = made.files.count { ContentPart.chapters.contains($0.name) }
        try writeOutput(
            """
            \(folder)/: \(chapters) chapters, and playbook.yml with a vocabulary to adapt
            Next: fill in `company` and `products` in \(folder)/playbook.yml, write an account in \(folder)/accounts/,
            and see with `playbook check --content \(folder)`.

            """)
    }

    /// Throws if the new folder would have errors, or would keep something about the company.
    private func check(_ files: [SourceFile], _ others: [String]) async throws {
        let made = ContentFolder(path: folder, files: files, others: others)
        let result = await load(made, registry: .all) { _ in CalendarDate(days: 0) }
        let settings = result.configuration
        // YAML can be written in many ways. A key with an unusual layout would be copied unnoticed.
        guard settings.company == nil, settings.site.baseURL == nil, settings.site.editURL == nil,
            settings.products.ids.isEmpty, settings.people.count <= 1, settings.titles.isEmpty,
            settings.customerText.internalHosts.isEmpty
        else {
            throw UsageError(
                "\(from)/playbook.yml is not laid out as expected; start each of its top-level keys on a line of its own"
            )
        }
        guard result.library != nil else {
            writeError(try text(of: result.diagnostics.filter { $0.severity == .error }, as: .text, for: 2))
            throw UsageError("no folder can be made from \(from), because its files would have these errors")
        }
    }
}

private func withoutSlash(_ path: String) throws -> String {
    guard !path.isEmpty else { throw ValidationError("a folder needs a name") }
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
}

/// An id for a person: lower-case words joined by hyphens, except words that YAML does not read as text.
private func personID(_ name: String) -> String {
    let plain = name.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars
        .filter { $0.properties.generalCategory != .nonspacingMark && $0 != "'" }
    let words = String(String.UnicodeScalarView(plain)).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = words.joined(separator: "-")
    let isWord =
        id.first?.isLetter == true && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(id)
    return isWord ? id : "owner"
}

extension Mailbox: ExpressibleByArgument {
    /// Parses `Name <address>`.
    package init?(argument: String) {
        guard let match = argument.wholeMatch(of: /\s*([^<>\p{Cc}]*[^<>\s\p{Cc}])\s*<([^<>\s,]+@[^<>\s,]+)>\s*/) else {
            return nil
        }
        self.init(name: String(match.output.1), email: String(match.output.2))
    }
}
