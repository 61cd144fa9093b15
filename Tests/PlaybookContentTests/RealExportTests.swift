import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// Exports as CRM systems and spreadsheets write them: many columns, job titles in people's own words, names in two columns.
@Suite struct RealExportTests {
    static let hubSpot = """
        crm:
          columns:
            id: Associated Company IDs (Primary)
            name: Associated Company
            industry: Branche
            region: Land/Region
            language: Bevorzugte Sprache
            owner: Zuständiger Mitarbeiter
            contact_name: [Vorname, Nachname]
            contact_email: E-Mail
            contact_roles: [Position, Weitere Position]
            contact_status: Marketing-Status
          values:
            roles: {Leiter Instandhaltung: maintenance, "Meister, Schicht B": [operator, maintenance], Einkauf: none}
            status: {subscribed: active, nicht abonniert: unsubscribed, hard bounce: bounced}
            industry: {Lebensmittelindustrie: food}
            region: {Deutschland: DE, Österreich: AT}
            language: {Deutsch: de}
            owner: {Pia Gone: none}

        """
    static let hubSpotHeading =
        "Kontakt-ID;Vorname;Nachname;E-Mail;Telefonnummer;Position;Weitere Position;Marketing-Status;Associated Company;Associated Company IDs (Primary);Branche;Land/Region;Bevorzugte Sprache;Zuständiger Mitarbeiter;;\n"

    private func folder(_ rows: String, _ mapping: String, _ more: [String: String] = [:]) -> MarkedFolder {
        let files = [
            "playbook.yml": playbook + mapping, "chapters/index.md": "# Home\n", "accounts/export.csv": rows,
        ]
        return MarkedFolder(files.merging(more) { $1 })
    }

    @Test func anExportOfHubSpotBecomesAccounts() async throws {
        let rows =
            "\u{FEFF}" + Self.hubSpotHeading
            + "101;Jörg;Müller;J.Mueller@fraeswerk.example;+49 711 1;Leiter Instandhaltung;;Subscribed;Fräswerk Ost GmbH;8812345;Lebensmittelindustrie;Deutschland;Deutsch;Priya Raman;;\n"
            + "102;Ana;;ana@fraeswerk.example;;\"Meister, Schicht B\";;NICHT ABONNIERT ;Fräswerk Ost GmbH;8812345;Lebensmittelindustrie;Deutschland;Deutsch;Priya Raman;;\n"
            + "103;Kim;Weiss;kim@nord.example;;Einkauf;operator;hard bounce;Nord AG;8812346;;Österreich;de-AT;Pia Gone;;\n"
            + "104;Max;Still;max@nord.example;;einkauf;;;Nord AG;8812346;;Österreich;de-AT;;;\n"
            + ";;;;;;;;;;;;;;;\n"
        let folder = folder(rows.replacing("\n", with: "\r\n"), Self.hubSpot)
        let loaded = await folder.load(rules: .errors(and: "unmapped-value", "differing-rows"))
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        let east = try #require(library.account("8812345"))
        #expect(east.name == "Fräswerk Ost GmbH" && east.industry == "food" && east.region == "DE")
        #expect(east.language == "de" && east.owner == "priya")
        #expect(
            east.contacts == [
                Account.Contact(
                    name: "Jörg Müller", email: "J.Mueller@fraeswerk.example", roles: ["maintenance"]),
                Account.Contact(
                    name: "Ana", email: "ana@fraeswerk.example", roles: ["operator", "maintenance"],
                    status: .unsubscribed),
            ])
        let north = try #require(library.account("8812346"))
        #expect(north.region == "AT" && north.language == "de-AT" && north.owner == nil && north.industry == nil)
        #expect(north.contacts.map(\.roles) == [["operator"], []])
        #expect(north.contacts.map(\.status) == [.bounced, .active])
    }

    @Test func anExportOfSalesforceBecomesAccounts() async throws {
        let mapping = """
            crm:
              columns:
                id: Account ID 18
                name: Account Name
                industry: Industry
                stage: Lifecycle
                owner: Account Owner
                products: Installed Base
                kpis: Success Metrics
                every_months: Cadence
                contact_name: [First Name, Last Name]
                contact_email: Email
                contact_roles: Title
                contact_status: Email Opt Out
                contact_consent_date: Consent Date
                contact_consent_source: Consent Source
              values:
                roles: {"VP, Manufacturing": none, Maintenance Manager: maintenance}
                status: {"0": active, "1": unsubscribed}
                products: {Edge GW: gateway}
            require: {contacts: [consent]}

            """
        let heading =
            "\"Account ID 18\",\"Account Name\",\"Billing City\",\"Industry\",\"Lifecycle\",\"Account Owner\",\"Installed Base\",\"Success Metrics\",\"Cadence\",\"First Name\",\"Last Name\",\"Email\",\"Title\",\"Email Opt Out\",\"Consent Date\",\"Consent Source\"\n"
        let start =
            "\"0015g00000XyZaBAAU\",\"Acme, Inc.\",\"Dayton\",\"Food\",\"Adopt\",\"PRIYA RAMAN\",\"Edge GW v4.2\",\"OEE 85%\",\"2\","
        let rows =
            heading
            + start
            + "\"Ana\",\"O\"\"Neil\",\"ana@acme.example\",\"Maintenance Manager; VP, Manufacturing\",\"0\",\"25.11.2026\",\"fair\"\n"
            + start + "\"Jo\",\"Weber\",\"jo@acme.example\",\"VP, Manufacturing\",\"1\",\"2026-11-25 10:33\",\"form\"\n"
        let loaded = await folder(rows, mapping).load(rules: .errors(and: "unmapped-value", "differing-rows"))
        let account = try #require(loaded.library?.account("0015g00000XyZaBAAU"), "\(loaded.diagnostics)")
        #expect(loaded.diagnostics.isEmpty, "\(loaded.diagnostics)")
        #expect(account.name == "Acme, Inc." && account.stage == "adopt" && account.owner == "priya")
        #expect(account.products.mapValues(\.text) == ["gateway": "4.2"] && account.cadence.everyMonths == 2)
        #expect(account.kpis == [Account.Target(kpi: "oee", target: Decimal6("85"))])
        #expect(account.contacts.map(\.name) == ["Ana O\"Neil", "Jo Weber"])
        #expect(account.contacts.map(\.roles) == [["maintenance"], []])
        #expect(account.contacts.map(\.status) == [.active, .unsubscribed])
    }

    @Test func anUnmappedWordIsToldOnceWithItsRows() async throws {
        let mapping = """
            crm:
              columns: {id: ID, name: Name, industry: Industry, contact_name: Who, contact_email: Mail, contact_roles: Title}

            """
        var rows = "ID,Name,Industry,Who,Mail,Title\n"
        for index in 1...312 { rows += "a\(index % 4),A,Mining,P,p\(index)@a.example,Einkauf\n" }
        rows += "a1,A,Mining,P,p@a.example,Maintenence\n"
        let loaded = await folder(rows, mapping).load(rules: .errors(and: "unmapped-value"))
        #expect(loaded.library?.accounts.count == 4)
        #expect(
            Set(loaded.texts("unmapped-value")) == [
                "unmapped industry `Mining` in 4 accounts = add `Mining: none` under `crm: values: industry:` in playbook.yml, or name the industry instead of none",
                "unmapped role `Einkauf` in 312 rows = add `Einkauf: none` under `crm: values: roles:` in playbook.yml, or name the role instead of none",
                "unmapped role `Maintenence` = add `Maintenence: maintenance` under `crm: values: roles:` in playbook.yml, or `Maintenence: none`",
            ])
    }

    @Test func anUnmappedStatusIsAnErrorAndNobodyGuesses() async throws {
        let mapping =
            "crm: {columns: {id: ID, name: Name, contact_name: Who, contact_email: Mail, contact_status: State}}\n"
        var rows = "ID,Name,Who,Mail,State\n"
        for index in 1...3 { rows += "a,A,P,p\(index)@a.example,subscribed\n" }
        let loaded = await folder(rows, mapping).load()
        #expect(loaded.library == nil)
        #expect(
            loaded.texts("invalid-value") == [
                "unmapped contact status `subscribed` in 3 rows = say what it means under `crm: values: status:` in playbook.yml: `subscribed: …` with active, unsubscribed, bounced or left"
            ])
        #expect(loaded.diagnostics.allSatisfy { $0.fix == nil })
    }

    @Test func whatWordsMeanIsCheckedAtItsPlace() async throws {
        let mapping = """
            crm:
              columns: {id: ID, name: Name}
              values:
                roles: {Head: «unknown-role»maintenanc«», Buyer: none, Both: [operator, «unknown-role»oprator«»]}
                status: {subscribed: «invalid-value»actve«»}
                products: {GW: «unknown-product»gatway«»}
                owner: {Pia: «unknown-person»pria«»}
                time_zone: {CET: Europe/Berlin, X: «invalid-value»Europe/Berln«»}
                industry: {Food industry: food, «duplicate-key»FOOD INDUSTRY«»: none}
                «unknown-key»rols«»: {A: operator}

            """
        let folder = folder("ID,Name\na,A\n", mapping)
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks, "\(loaded.diagnostics)")
    }

    @Test func idsThatDifferByCaseAloneGetTheRemedy() async throws {
        let rows = "ID,Name\n0015g00000AbCdE,A\n0015g00000aBcDE,B\n0015g00000aBcDE,B\n"
        let loaded = await folder(rows, "crm: {columns: {id: ID, name: Name}}\n").load()
        #expect(
            loaded.texts("duplicate-id") == [
                "the id `0015g00000aBcDE` is taken (and 1 more row) = ids must differ in more than case; from Salesforce, export the 18-character id"
            ])
    }

    @Test func invisibleCharactersOfAnIDAreShown() async throws {
        let rows = "ID,Name\nacme\u{200B},A\nb\u{A0}b,B\n"
        let loaded = await folder(rows, "crm: {columns: {id: ID, name: Name}}\n").load()
        let messages = loaded.diagnostics.map(\.message)
        #expect(messages == ["`acme<U+200B>` is not an id", "`b<U+00A0>b` is not an id"])
    }

    @Test func rowsWithoutAnIDAreOneMistake() async throws {
        let rows = "Account,Name,Mail\n" + String(repeating: ",B,\n", count: 9) + "a,A,\n"
        let loaded = await folder(rows, "crm: {columns: {id: Account, name: Name}}\n").load()
        #expect(
            loaded.diagnostics.map(\.message) == ["a row has no account id (and 8 more rows)"])
        #expect(loaded.diagnostics.first?.help == "fill in the column `Account`, or export only rows that have one")
    }

    @Test func aBrokenConfigurationHasNoConsequencesForExports() async throws {
        let rows = "ID,Name\na,A\n"
        let readings = "account,kpi,month,value\na,oee,2026-10,85\n"
        for mapping in [
            "crm: {columns: {id: ID, name: Name}\n", "crm: {columns: [a]}\n", "crm: {columns: {name: Name}}\n",
        ] {
            let loaded = await folder(rows, mapping, ["readings/a.csv": readings]).load()
            let places = Set(loaded.diagnostics.map(\.place.file))
            #expect(places == ["content/playbook.yml"], "\(loaded.diagnostics)")
        }
    }

    @Test func anExportThatCannotBeReadMakesNoAccountUnknown() async throws {
        let readings = "account,kpi,month,value\na,oee,2026-10,85\n"
        let touches = "date,account,contact,channel,note\n2026-10-01,a,x@a.example,call,\n"
        let more = [
            "readings/a.csv": readings, "touches/a.csv": touches,
            "accounts/a.yml": "holds: [{kind: pause, from: 2026-10-01}]\n",
        ]
        let loaded = await folder("Ident,Name\na,A\n", "crm: {columns: {id: ID, name: Name}}\n", more).load()
        #expect(loaded.ruleNames == ["missing-column"], "\(loaded.diagnostics)")
        let unmapped = await folder("Ident,Name\na,A\n", "", more).load()
        #expect(unmapped.ruleNames == ["missing-key"], "\(unmapped.diagnostics)")
    }

    @Test func anExportOfManyRowsIsReadOnce() async throws {
        let mapping = """
            crm: {columns: {id: ID, name: Name, contact_name: [First, Last], contact_email: Mail, contact_roles: Title}}

            """
        var rows = "ID;Name;First;Last;Mail;Title;Notes\n"
        let note = String(repeating: "x", count: 60)
        for index in 0..<10_000 {
            let account = index / 100
            rows += "a\(account);Account \(account);Ana;Silva \(index);p\(index)@a\(account).example;Operator;\(note)\n"
        }
        let library = try #require(await folder(rows, mapping).load().library)
        #expect(library.accounts.count == 100)
        #expect(library.accounts.allSatisfy { $0.contacts.count == 100 })
    }

    @Test func manyWrongRowsAreOneMistakeEach() async throws {
        let mapping = "crm: {columns: {id: ID, name: Name, contact_name: Who, contact_email: Mail}}\n"
        let rows =
            "ID,Name,Who,Mail\n" + String(repeating: "a,A,B,n/a\n", count: 10_000)
            + String(repeating: "a,A\n", count: 10_000)
        let loaded = await folder(rows, mapping).load()
        #expect(
            loaded.diagnostics.map(\.message) == [
                "`contact_email` is not an e-mail address: `n/a` (and 9999 more rows)",
                "this row has 2 fields, but the heading has 4 (and 9999 more rows)",
            ])
    }
}
