/// Diagnostics as SARIF 2.1.0 (OASIS), which code hosts show beside the files.
package struct SARIFPrinter: Sendable {
    private let version: String

    /// - Parameter version: the version of this program.
    package init(version: String) { self.version = version }

    /// The findings as one SARIF log with one run.
    ///
    /// - Throws: what `JSONEncoder` throws. No finding causes that.
    package func text(_ diagnostics: [Diagnostic]) throws -> String {
        let rules = Set(diagnostics.map(\.rule)).sorted { $0.name.precedes($1.name) }
        let driver = Log.Driver(
            name: "playbook", version: version,
            rules: rules.map(Log.Rule.init))
        let indexes = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.name, $0.offset) })
        let results = diagnostics.map { Log.Result($0, ruleIndex: indexes[$0.rule.name] ?? 0) }
        let run = Log.Run(tool: Log.Tool(driver: driver), results: results)
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
            var fullDescription: Text?
            var help: Text?
            var defaultConfiguration: Configuration

            struct Configuration: Encodable { var level: String }

            init(_ rule: PlaybookCore.Rule) {
                id = rule.name
                shortDescription = Text(text: rule.summary)
                fullDescription = rule.why.isEmpty ? nil : Text(text: rule.summary + " " + rule.why)
                help = rule.example.isEmpty ? nil : Text(text: "Example:\n\(rule.example)\n\nInstead:\n\(rule.instead)")
                defaultConfiguration = Configuration(level: rule.severity == .off ? "none" : rule.severity.rawValue)
            }
        }

        struct Text: Encodable { var text: String }

        struct Result: Encodable {
            var ruleId: String
            var level: String
            var message: Text
            var ruleIndex: Int
            var locations: [Location]
            var relatedLocations: [Location]?

            init(_ diagnostic: Diagnostic, ruleIndex: Int) {
                self.ruleIndex = ruleIndex
                ruleId = diagnostic.rule.name
                level = diagnostic.severity.rawValue
                message = Text(text: [diagnostic.message, diagnostic.help].compactMap { $0 }.joined(separator: "; "))
                locations = [Location(diagnostic.place)]
                let related = diagnostic.notes.compactMap { note in
                    note.place.map { Location($0, message: Text(text: note.message)) }
                }
                relatedLocations = related.isEmpty ? nil : related
            }
        }

        struct Location: Encodable {
            var physicalLocation: Physical
            var message: Text?

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

            init(_ place: Place, message: Text? = nil) {
                self.message = message
                let region = place.range.map {
                    Region(
                        startLine: $0.lowerBound.line, startColumn: $0.lowerBound.column,
                        endLine: $0.upperBound.line, endColumn: $0.upperBound.column)
                }
                let path = percentEncoded(place.file.utf8) { byte in
                    byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}%#?".utf8.contains(byte)
                }
                // An absolute path is an address only with its scheme (SARIF 2.1.0, 3.10.2).
                let uri = (place.file.startsWithBytes(of: "/") ? "file://" : "") + path
                physicalLocation = Physical(artifactLocation: Artifact(uri: uri), region: region)
            }
        }
    }
}
