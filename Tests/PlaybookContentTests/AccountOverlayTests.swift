import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// Files of accounts that add to a CRM export.
@Suite struct AccountOverlayTests {
    static let mapping = """
        crm:
          columns:
            id: ID
            name: Name
            industry: Industry
            language: Language
            products: Assets
            kpis: Goals
            every_months: Every
            contact_name: Who
            contact_email: Mail
            contact_roles: Title
            contact_status: State

        """
    static let heading = "ID,Name,Industry,Language,Assets,Goals,Every,Who,Mail,Title,State\n"
    static let rows = [
        "0017Q,Northwind,Food,en,gateway 4.2,oee 85,2,Ana Silva,Ana@northwind.example,Operator,active\n",
        "0017Q,Northwind,Food,en,gateway 4.2,oee 85,2,Jo Weber,jo@northwind.example,,\n",
        "0018R,Contoso,,,,,,,,,\n",
    ]
    static let file = """
        owner: priya
        stage: adopt
        region: DE
        cadence: {business_day: 5}
        kpis: {oee: {target: 88}}
        holds:
          - {kind: pause, from: 2026-11-02}
        contacts:
          - {email: ana@northwind.example, status: unsubscribed, kpis: [oee]}
          - {email: jo@northwind.example, roles: [maintenance]}
          - {name: Kim Berg, email: kim@northwind.example, roles: [operator]}

        """

    private func folder(
        _ file: String = file, rows: [String] = rows, named name: String = "0017Q", more: [String: String] = [:],
        mapping: String = mapping
    ) -> MarkedFolder {
        let files = [
            "playbook.yml": playbook + mapping, "chapters/index.md": "# Home\n",
            "accounts/export.csv": Self.heading + rows.joined(), "accounts/\(name).yml": file,
        ]
        return MarkedFolder(files.merging(more) { $1 })
    }

    @Test func theLibraryHasBoth() async throws {
        let loaded = await folder().load()
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(library.accounts.map(\.id) == ["0017Q", "0018R"])
        let account = try #require(library.account("0017Q"))
        #expect(account.name == "Northwind" && account.industry == "food" && account.language == "en")
        #expect(account.owner == "priya" && account.stage == "adopt" && account.region == "DE")
        #expect(account.products.mapValues(\.text) == ["gateway": "4.2"])
        #expect(account.cadence.everyMonths == 2 && account.cadence.businessDay == 5)
        #expect(account.kpis == [Account.Target(kpi: "oee", target: Decimal6("88"))])
        #expect(account.holds.map(\.kind) == [.pause])
        #expect(
            account.contacts == [
                Account.Contact(
                    name: "Ana Silva", email: "Ana@northwind.example", roles: ["operator"], kpis: ["oee"],
                    status: .unsubscribed),
                Account.Contact(name: "Jo Weber", email: "jo@northwind.example", roles: ["maintenance"]),
                Account.Contact(name: "Kim Berg", email: "kim@northwind.example", roles: ["operator"]),
            ])
    }

    @Test func whatStandsInBothIsToldOnce() async throws {
        let file = """
            «overrides-export»language«»: de
            kpis: {oee: {target: 88}}
            contacts: [{email: jo@northwind.example, name: J. Weber}]

            """
        let folder = folder(file)
        let loaded = await folder.load(rules: .errors(and: "overrides-export"))
        #expect(folder.found(loaded) == folder.marks)
        #expect(
            loaded.diagnostics.map(\.message) == [
                "`language`, `kpis.oee` and `name` of `jo@northwind.example` are also in the export"
            ])
        let account = try #require(loaded.library?.account("0017Q"))
        #expect(account.language == "de" && account.contacts[1].name == "J. Weber")
    }

    /// The next export has the contact as active again, or not at all. In both cases nobody may write to them.
    @Test func anUnsubscribeOutlivesTheNextExport() async throws {
        let without = Self.rows.filter { !$0.contains("Ana@") }
        for rows in [Self.rows, without] {
            let touches = "date,account,contact,channel,note\n2026-10-01,0017Q,ANA@northwind.example,digest,\n"
            let folder = folder(
                "contacts: [{email: ana@northwind.example, status: unsubscribed}]\n", rows: rows,
                more: ["touches/a.csv": touches])
            let loaded = await folder.load(rules: .errors(and: "overrides-export"))
            let account = try #require(loaded.library?.account("0017Q"), "\(loaded.diagnostics)")
            #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
            let ana = try #require(account.contacts.first { $0.email.lowercased() == "ana@northwind.example" })
            #expect(ana.status == .unsubscribed)
        }
    }

    @Test func whoeverWantsNoMailGetsNone() async throws {
        let rows = [Self.rows[0].replacing("active", with: "unsubscribed")]
        let folder = folder(
            "contacts: [{email: ana@northwind.example, «overrides-export»status«»: active}]\n", rows: rows)
        let loaded = await folder.load(rules: .errors(and: "overrides-export"))
        #expect(folder.found(loaded) == folder.marks)
        #expect(loaded.library?.account("0017Q")?.contacts.map(\.status) == [.unsubscribed])
    }

    @Test(arguments: [
        "contacts: [{email: «missing-key»an@northwind.example«»}]\n",
        "contacts: [{name: A, email: a@a.example}, {name: A, email: «duplicate-contact»A@a.example«»}]\n",
        "holds: [«hold-mismatch»{kind: escalation, from: 2026-11-02}«»]\n",
        "owner: «unknown-person»pria«»\n",
        "«unknown-key»hold«»: []\n",
    ])
    func whatIsWrongInTheFileIsShownThere(_ file: String) async throws {
        let folder = folder(file)
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks, "\(loaded.diagnostics)")
    }

    @Test func aFileWithoutARowMustSayWhoItIs() async throws {
        let folder = folder("«missing-key»«»owner: priya\n", named: "0017q2")
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
        #expect(
            loaded.diagnostics.first?.help
                == "no export has a row with the id `0017q2` (the nearest is `0017Q`), so the file must give the name"
        )
    }

    @Test func anIDThatDiffersByCaseIsAFinding() async throws {
        let rows = [Self.rows[0].replacing("0017Q", with: "«duplicate-id»0017Q«»"), Self.rows[2]]
        let folder = folder("holds: [{kind: pause, from: 2026-11-02}]\n", rows: rows, named: "0017q")
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks, "\(loaded.diagnostics)")
        #expect(loaded.diagnostics.first?.help == "rename the file to `0017Q.yml`")
    }

    @Test func whatIsCompulsoryMayStandInEither() async throws {
        let rows = [Self.rows[0]]
        let required = Self.mapping + "require: {accounts: [industry, owner], contacts: [roles, kpis]}\n"
        let both = folder(
            "owner: priya\ncontacts: [{email: ana@northwind.example, kpis: [oee]}]\n", rows: rows, mapping: required)
        let loaded = await both.load()
        #expect(loaded.library != nil, "\(loaded.diagnostics)")
        let neither = folder(
            "«missing-key»«»stage: adopt\ncontacts: [«missing-key»{email: ana@northwind.example}«»]\n", rows: rows,
            mapping: required)
        let found = await neither.load()
        #expect(neither.found(found) == neither.marks, "\(found.diagnostics)")
    }

    @Test func anOwnerInEitherIsAnOwner() async throws {
        let loaded = await folder("stage: adopt\n").load(rules: .errors(and: "missing-owner"))
        #expect(loaded.ruleNames == ["missing-owner", "missing-owner"])
        let owned = await folder("owner: priya\n").load(rules: .errors(and: "missing-owner"))
        #expect(owned.ruleNames == ["missing-owner"])
    }
}
