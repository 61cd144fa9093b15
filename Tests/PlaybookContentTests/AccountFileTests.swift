import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// The file of an account and its people.
@Suite struct AccountFileTests {
    private func folder(_ account: String, more: String = "") -> MarkedFolder {
        MarkedFolder([
            "playbook.yml": playbook + more, "chapters/index.md": "# Home\n", "accounts/acme.yml": account,
        ])
    }

    @Test func anAgreementADeputyAndConsentAreRead() async throws {
        let file = """
            name: Acme
            deputy: priya
            agreement: {ends: 2027-03-22, notice_days: 90}
            contacts:
              - {name: Ana, email: ana@acme.example, consent: {date: 2026-01-05, source: Form at the fair}}

            """
        let account = try #require(await folder(file).load().library?.account("acme"))
        #expect(account.deputy == "priya")
        let ends = try #require(CalendarDate("2027-03-22"))
        #expect(account.agreement == Account.Agreement(ends: ends, noticeDays: 90))
        let date = try #require(CalendarDate("2026-01-05"))
        #expect(account.contacts.first?.consent == Account.Contact.Consent(date: date, source: "Form at the fair"))
    }

    @Test func aValueOfOneLineHasALimit() async {
        let long = String(repeating: "Acme ", count: 400)
        let found = await folder("name: \(long)x\n").load().diagnostics
        #expect(found.map(\.message) == ["`name` has 2001 bytes"])
        #expect(found.first?.place.range?.lowerBound == Position(line: 1, column: 7))
        #expect(await folder("name: \(long.dropLast())\n").load().diagnostics.isEmpty)
    }

    @Test(arguments: [
        "name: Acme # A «control-character»\u{202E}«»note\n",
        "name: Acme\ndeputy: «unknown-person»pria«»\n",
        "name: Acme\nagreement: «missing-key»«»{notice_days: 90}\n",
        "name: Acme\nagreement: {ends: 2027-03-22, notice_days: «invalid-value»-1«»}\n",
        "name: Acme\ncontacts: [{name: A, email: a@a.example, consent: «missing-key»«»{date: 2026-01-05}}]\n",
    ])
    func whatIsWrongIsShownAtItsPlace(_ file: String) async throws {
        let folder = folder(file)
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks, "\(loaded.diagnostics)")
    }

    @Test func consentCanBeCompulsory() async throws {
        let file = """
            name: Acme
            contacts:
              - {name: A, email: a@a.example, consent: {date: 2026-01-05, source: Form}}
              - «missing-key»«»{name: B, email: b@a.example}

            """
        let folder = folder(file, more: "require: {contacts: [consent]}\n")
        #expect(folder.found(await folder.load()) == folder.marks)
    }

    /// An editor sees only the file, and not the account in the export that it adds to.
    @Test func besideExportsTheSchemaAsksForNoName() async throws {
        let mapping = "crm: {columns: {id: ID, name: Name}}\n"
        for (more, required) in [("", ["name"]), (mapping, nil)] {
            let configuration = await folder("name: Acme\n", more: more).load().configuration
            let data = Data(jsonSchema(of: .account, for: configuration).text.utf8)
            let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(schema["required"] as? [String] == required)
        }
    }
}
