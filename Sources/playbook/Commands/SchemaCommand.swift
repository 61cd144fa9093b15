import ArgumentParser
import PlaybookContent
import PlaybookCore
import PlaybookModel

extension SchemaKind: ExpressibleByArgument {}

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints the JSON Schema of a kind of file, for editors.",
        discussion: """
            The schema follows draft 2020-12, describes every key, and is made from the descriptions that `check` uses. With \
            --content, it also includes the roles, KPIs and other words of that folder's playbook.yml.
            """)

    @Argument(help: "chapter, snippet, account, voice or playbook; if it is not given, all schemas in one document.")
    var kind: SchemaKind?

    @Option(
        help: ArgumentHelp(
            "A content folder whose roles, KPIs and other words editors should complete.", valueName: "folder"))
    var content: String?

    func run() throws {
        var configuration: Configuration?
        if let content {
            guard try PlaybookCore.kind(ofFile: content) == .folder else {
                throw UsageError("there is no folder \(content)")
            }
            configuration =
                try ContentFolder.readSettings(content).map { readConfiguration($0, .all).configuration }
                ?? Configuration()
        }
        let schema = kind.map { jsonSchema(of: $0, for: configuration) } ?? jsonSchemas(for: configuration)
        try writeOutput(schema.text)
    }
}
