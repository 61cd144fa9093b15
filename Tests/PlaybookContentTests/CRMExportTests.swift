import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// Accounts from CRM exports: `accounts/*.csv` with the mapping of columns in playbook.yml.
@Suite struct CRMExportTests {
    static let mapping = """
        crm:
          separator: semicolon
          columns:
            id: Account ID
            name: Account Name
            industry: Industry
            owner: Owner
            stage: Stage
            products: Assets
            kpis: Goals
            every_months: Every
            contact_name: Full Name
            contact_email: E-Mail
            contact_roles: Function
            contact_status: State

        """
    static let heading =
        "Account ID;Account Name;Phone;Industry;Owner;Stage;Assets;Goals;Every;Full Name;E-Mail;Function;State\n"

    private func folder(_ rows: String, more: [String: String] = [:], mapping: String = mapping) -> MarkedFolder {
        let files = [
            "playbook.yml": playbook + mapping, "chapters/index.md": "# Home\n", "accounts/export.csv": rows,
        ]
        return MarkedFolder(files.merging(more) { $1 })
    }

    @Test func rowsBecomeAccountsWithContacts() async throws {
        let rows =
            "\u{FEFF}" + Self.heading
            + "0017Q;\"Müller; Söhne\";+49 711;Food;Priya Raman;adopt;gateway 4.2;oee 85;2;\"Ana \"\"Annie\"\" Silva\";ana@mueller.example;\"Maintenance; operator\";Active\n"
            + "0017Q;\"Müller; Söhne\";;Food;Priya Raman;adopt;gateway 4.2;oee 85;2;Jo Weber;jo@mueller.example;;left\n"
            + "beta;Beta;;;;;;;;;;;\n"
        let loaded = await folder(rows.replacing("\n", with: "\r\n")).load()
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(library.accounts.map(\.id) == ["0017Q", "beta"])
        let account = try #require(library.account("0017Q"))
        #expect(account.name == "Müller; Söhne" && account.industry == "food" && account.owner == "priya")
        #expect(account.stage == "adopt" && account.products.mapValues(\.text) == ["gateway": "4.2"])
        #expect(account.kpis == [Account.Target(kpi: "oee", target: Decimal6("85"))])
        #expect(account.cadence.everyMonths == 2)
        #expect(
            account.contacts == [
                Account.Contact(
                    name: "Ana \"Annie\" Silva", email: "ana@mueller.example", roles: ["maintenance", "operator"]),
                Account.Contact(name: "Jo Weber", email: "jo@mueller.example", status: .left),
            ])
        #expect(library.account("beta")?.contacts == [])
    }

    @Test(arguments: [
        "a;A;;«unmapped-value»Foood«»;;;;;;;;;\n",
        "a;A;;;«unmapped-value»Pria«»;;;;;;;;\n",
        "a;A;;;;«unmapped-value»adapt«»;;;;;;;\n",
        "a;A;;;;;«unmapped-value»gatewy 4.2«»;;;;;;\n",
        "a;A;;;;;«unmapped-value»gateway«»;;;;;;\n",
        "a;A;;;;;«unmapped-value»gateway SP1«»;;;;;;\n",
        "a;A;;;;;«invalid-value»gateway 4,2«»;;;;;;\n",
        "a;A;;;;;;«unmapped-value»oea 85«»;;;;;\n",
        "a;A;;;;;;«invalid-value»oee 85,4«»;;;;;\n",
        "a;A;;;;;;«invalid-value»oee 85x«»;;;;;\n",
        "a;A;;;;;;;«invalid-value»13«»;;;;\n",
        "a;A;;;;;;;;Ana;«invalid-value»ana@«»;;\n",
        "a;A;;;;;;;;Ana;a@a.example;«unmapped-value»maintenence«»;\n",
        "a;A;;;;;;;;Ana;a@a.example;«unmapped-value»Director, Maintenance«»;\n",
        "a;A;;;;;;;;Ana;a@a.example;;«invalid-value»gone«»\n",
        "a;A;;;;;;;;;«missing-key»a@a.example«»;;\n",
        "a;A;;;;;;;;Ana;a@a.example;;\na;A;;;;;;;;Bea;«duplicate-contact»A@a.example«»;;\n",
        "a;A;;;;;;;;;;;\na;«invalid-value»B«»;;;;;;;;;;;\n",
        "a;A;;Food;;;;;;;;;\na;A;;«differing-rows»Pharma«»;;;;;;;;;\n",
        "a;A;;;;;;;;;;;\n«duplicate-id»A«»;A;;;;;;;;;;;\n",
        "«invalid-value»../a«»;A;;;;;;;;;;;\n",
        "«duplicate-id»OWN«»;A;;;;;;;;;;;\n",
        "«invalid-value»;A;;;;;;;;;;;«»\n",
        "«raggged»a;A«»\n",
    ])
    func whatIsWrongIsShownAtItsCell(_ rows: String) async throws {
        let rows = rows.replacing("raggged", with: "ragged-row")
        let folder = folder(Self.heading + rows, more: ["accounts/own.yml": "name: Own\n"])
        let loaded = await folder.load(rules: .errors(and: "unmapped-value", "differing-rows"))
        #expect(folder.found(loaded) == folder.marks, "\(loaded.diagnostics)")
    }

    @Test func headingsMustBeThere() async throws {
        let folder = folder(
            "«missing-column»«»Account-ID;Account Name\n",
            mapping: "crm: {separator: semicolon, columns: {id: Account ID, name: Account Name}}\n")
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
        #expect(loaded.diagnostics.first?.help == "is it `Account-ID`?")
    }

    @Test func withoutAMappingAnExportIsAnError() async throws {
        let folder = folder("«missing-key»«»a,b\n", mapping: "")
        #expect(folder.found(await folder.load()) == folder.marks)
    }

    @Test func keysOfTheMappingAreChecked() async throws {
        let files = [
            "playbook.yml": playbook + "crm: {columns: {id: A, name: B, «unknown-key»contact_mail«»: C}}\n",
            "chapters/index.md": "# Home\n",
        ]
        let folder = MarkedFolder(files)
        #expect(folder.found(await folder.load()) == folder.marks)
    }
}
