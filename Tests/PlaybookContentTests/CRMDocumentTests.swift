import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// People with an export rely on docs/crm.md, so its examples must work and it must name every key.
@Suite struct CRMDocumentTests {
    private func document() throws -> String {
        try String(contentsOf: Places.repository.appending(path: "docs/crm.md"), encoding: .utf8)
    }

    /// The example files of the document, by the name in the line above each.
    private func examples() throws -> [String: String] {
        let pattern = /`([a-z]+[\/.][A-Za-z0-9.]+)`:\n\n```[a-z]+\n((?:.*\n)*?)```\n/
        return Dictionary(try document().matches(of: pattern).map { (String($0.1), String($0.2)) }) { first, _ in first
        }
    }

    @Test func theExamplesMakeAccounts() async throws {
        var files = try examples()
        #expect(files.keys.sorted() == ["accounts/0017Q.yml", "accounts/export.csv", "playbook.yml"])
        let bundled = Places.repository.appending(path: "content/playbook.yml")
        files["playbook.yml", default: ""] =
            try String(contentsOf: bundled, encoding: .utf8) + files["playbook.yml", default: ""]
        files["chapters/index.md"] = "---\nowner: priya\nreview_by: 2030-01-01\n---\n# Home\n"
        let loaded = await MarkedFolder(files).load(
            rules: .errors(and: "unmapped-value", "overrides-export", "differing-rows"))
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        let account = try #require(library.account("0017Q"))
        #expect(account.industry == "food-beverage" && account.region == "DE" && account.owner == "priya")
        #expect(account.language == "de" && account.cadence.businessDay == 5 && account.holds.count == 1)
        #expect(
            account.contacts == [
                Account.Contact(
                    name: "Ana Silva", email: "ana.silva@northwind.example", roles: ["maintenance"],
                    kpis: ["unplanned-downtime"]),
                Account.Contact(name: "Jonas Weber", email: "j.weber@northwind.example", status: .unsubscribed),
                Account.Contact(
                    name: "l.meyer@northwind.example", email: "l.meyer@northwind.example", status: .unsubscribed),
                Account.Contact(name: "Kim Berg", email: "kim.berg@northwind.example", roles: ["operator"]),
            ])
        #expect(library.account("0018R")?.contacts.map(\.roles) == [["plant-manager"]])
    }

    @Test func everyKeyIsNamed() throws {
        let text = try document()
        for key in CRMExport.Key.allCases.map(\.rawValue) + CRMExport.Words.allCases.map(\.rawValue) {
            #expect(text.contains("`\(key)`"), "\(key)")
        }
    }
}
