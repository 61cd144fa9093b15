import Foundation
import PlaybookTemplates
import TestSupport
import Testing

@testable import PlaybookDigest
@testable import PlaybookSite

/// Web developers rely on docs/templates.md, so its tables are printed from the records.
@Suite(.serialized) struct TemplateTableTests {
    private static var records: [String: any TemplateRecord.Type] {
        var records: [String: any TemplateRecord.Type] = [
            "email/message": MessageRecord.self, "digests/overview": OverviewRecord.self,
        ]
        for (name, type) in SiteTemplates.records { records["site/" + name] = type }
        return records
    }

    @Test(arguments: records.keys.sorted())
    func theTablesArePrintedFromTheRecords(_ template: String) throws {
        let file = Places.repository.appending(path: "docs/templates.md")
        let type = try #require(Self.records[template])
        let begin = "<!-- values of \(template).mustache -->\n"
        let end = "<!-- end of values -->"
        let text = try String(contentsOf: file, encoding: .utf8)
        let start = try #require(text.range(of: begin)).upperBound
        let kept = start..<(try #require(text.range(of: end, range: start..<text.endIndex)).lowerBound)
        let printed = "\n" + templateTables(of: type) + "\n"
        if ProcessInfo.processInfo.environment["PLAYBOOK_UPDATE_SNAPSHOTS"] != nil {
            try text.replacingCharacters(in: kept, with: printed).write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(text[kept] == printed, "PLAYBOOK_UPDATE_SNAPSHOTS=1 rewrites the tables of docs/templates.md")
        }
    }
}
