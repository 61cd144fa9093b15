import Foundation
import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

/// The templates that come with the product, if this clone has them.
private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../site-templates/email").standardizedFileURL

@Suite("The product's own mail templates", .enabled(if: FileManager.default.fileExists(atPath: folder.path)))
struct RepositoryTemplateTests {
    @Test func theyMakeMailThatPythonReads() async throws {
        let templates = try loaded()
        let mail = try await World.rich.read(templates)
        let text = mail.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(text.allSatisfy { $0.count <= 72 || !$0.contains(" ") })
        #expect(!mail.html.contains("{{") && !mail.text.contains("{{"))
        // Every class became a style, except those that the style block names.
        let classes = mail.html.matches(of: /class="([^"]*)"/).flatMap { $0.output.1.split(separator: " ") }
        #expect(classes.allSatisfy { $0.hasPrefix("on-") })
        #expect(mail.html.utf8.count < 40 * 1_024)
    }

    private func loaded() throws -> EmailTemplates {
        let files = try listFolder(folder.path).map { name in
            SourceFile(path: "email/\(name)", name: name, bytes: try readFile("\(folder.path)/\(name)"))
        }
        return try EmailTemplates.compile(files, in: "email", words: WordFile.read)
    }
}
