/// Diagnostics as SARIF 2.1.0 (OASIS), which code hosts show beside the files.
public struct SARIFPrinter: Sendable {
    private let version: String

    /// - Parameter version: of this program.
    public init(version: String) { self.version = version }

    public func text(_ diagnostics: [Diagnostic]) throws -> String {
        let rules = Set(diagnostics.map(\.rule)).sorted { $0.name.precedes($1.name) }
        let driver = Log.Driver(
            name: "playbook", version: version,
            rules: rules.map { Log.Rule(id: $0.name, shortDescription: Log.Text(text: $0.summary)) })
        let run = Log.Run(tool: Log.Tool(driver: driver), results: diagnostics.map(Log.Result.init))
        return try json(Log(runs: [run]))
    }

    private struct Log: Encodable {
        let schema = "https://json.schemastore.org/sarif-2.1.0.json"
        let version = "2.1.0"
        var runs: [Run]

        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }

        struct Run: Encodable {
            var tool: Tool
            let columnKind = "unicodeCodePoints"
            var results: [Result]
        }

        struct Tool: Encodable { var driver: Driver }

        struct Driver: Encodable {
            var name: String
            var version: String
            var rules: [Rule]
        }

        struct Rule: Encodable {
            var id: String
            var shortDescription: Text
        }

        struct Text: Encodable { var text: String }

        struct Result: Encodable {
            var ruleId: String
            var level: String
            var message: Text
            var locations: [Location]

            init(_ diagnostic: Diagnostic) {
                ruleId = diagnostic.rule.name
                level = diagnostic.severity.rawValue
                message = Text(text: [diagnostic.message, diagnostic.help].compactMap { $0 }.joined(separator: "; "))
                locations = [Location(diagnostic.place)]
            }
        }

        struct Location: Encodable {
            var physicalLocation: Physical

            struct Physical: Encodable {
                var artifactLocation: Artifact
                var region: Region?
            }

            struct Artifact: Encodable { var uri: String }

            struct Region: Encodable {
                var startLine: Int
                var startColumn: Int
                var endLine: Int
                var endColumn: Int
            }

            init(_ place: Place) {
                let region = place.range.map {
                    Region(
                        startLine: $0.lowerBound.line, startColumn: $0.lowerBound.column,
                        endLine: $0.upperBound.line, endColumn: $0.upperBound.column)
                }
                let path = place.file.utf8.map { byte -> String in
                    let isPlain = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}%#?".utf8.contains(byte)
                    return isPlain ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
                }
                physicalLocation = Physical(artifactLocation: Artifact(uri: path.joined()), region: region)
            }
        }
    }
}
