import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// Tables as spreadsheets write them.
@Suite struct SpreadsheetTests {
    static let account =
        "name: Acme\nowner: priya\ncontacts: [{name: Ana, email: ana@acme.example, roles: [operator]}]\n"

    private func folder(_ files: [String: String]) -> MarkedFolder {
        let always = [
            "playbook.yml": playbook, "chapters/index.md": "# Home\n", "accounts/acme.yml": Self.account,
        ]
        return MarkedFolder(always.merging(files) { $1 })
    }

    @Test(arguments: [
        "account;kpi;month;value\nacme;oee;2026-10;85.4\n",
        "\u{FEFF}account\tkpi\tmonth\tvalue\r\nacme\toee\t2026-10\t85.4\r\n",
        "sep=;\r\naccount;kpi;month;value\r\nacme;oee;2026-10;85.4\r\n",
        "\u{FEFF}\"sep=,\"\naccount,kpi,month,value\nacme,oee,2026-10,85.4\n",
        "SEP=|\naccount|kpi|month|value\nacme|oee|2026-10|85.4\n",
        "account,kpi,month,value,,\nacme,oee,2026-10,85.4,,\n,,,,,\n , ,,,\n\n,\n",
        "Account,KPI,Month,Value\nacme,oee,2026-10,85.4\n,,,\n",
        "account,kpi,month,value,\nacme,oee,2026-10,85.4\n",
    ])
    func whatSpreadsheetsWriteIsRead(_ readings: String) async throws {
        let loaded = await folder(["readings/a.csv": readings]).load()
        let library = try #require(loaded.library, "\(loaded.diagnostics)")
        #expect(loaded.diagnostics.isEmpty)
        let month = try #require(YearMonth("2026-11"))
        #expect(library.readings.latest(account: "acme", kpi: "oee", until: month)?.value == Decimal6("85.4"))
    }

    @Test func touchesAreReadWithSemicolonsToo() async throws {
        let touches = "date;account;contact;channel;note;;\n2026-10-01;acme;ANA@acme.example;call;\"a; b\";;\n;;;;;;\n"
        let loaded = await folder(["touches/a.csv": touches]).load()
        let touch = try #require(loaded.library?.touches.first, "\(loaded.diagnostics)")
        #expect(touch.contact == "ana@acme.example" && touch.note == "a; b")
    }

    @Test(arguments: [
        ("acme;oee;2026-10;85,4", "`85,4` is not a number = write 85.4 with a point"),
        ("acme;oee;2026-10;1.234,5", "`1.234,5` is not a number = write 1234.5 with a point"),
        (
            "acme;oee;2026-10;1,234",
            "`1,234` is not a number = write decimals with a point and thousands without a mark, such as 1234.5"
        ),
        ("acme;oee;2026-10;high", "`high` is not a number = write a number such as 9.1"),
        ("acme;oee;01.10.2026;85", "`01.10.2026` is not a month = write 2026-10"),
        ("acme;oee;Oct 26;85", "`Oct 26` is not a month = write YYYY-MM"),
    ])
    func valuesOfSpreadsheetsAreToldWithTheRemedy(_ row: String, _ text: String) async throws {
        let loaded = await folder(["readings/a.csv": "account;kpi;month;value\n\(row)\n"]).load()
        #expect(loaded.texts("invalid-value") == [text])
    }

    @Test func aDecimalCommaBetweenCommasIsNamed() async throws {
        let loaded = await folder(["readings/a.csv": "account,kpi,month,value\nacme,oee,2026-10,85,4\n"]).load()
        #expect(
            loaded.texts("ragged-row") == [
                "this row has 5 fields, but the heading has 4 = a decimal comma splits a number into two fields: write 85.4 with a point"
            ])
    }

    @Test func aDayFirstDateIsToldWithTheRightOne() async throws {
        let touches = "date;account;contact;channel;note\n1.12.2026;acme;;call;\n"
        let loaded = await folder(["touches/a.csv": touches]).load()
        #expect(loaded.texts("invalid-value") == ["`1.12.2026` is not a date = write 2026-12-01"])
    }

    @Test func aWrongSeparatorIsOneMistake() async throws {
        let export = "ID;Name;Industry;Owner\na;A;Food;Priya Raman\n"
        let mapping = "crm: {separator: comma, columns: {id: ID, name: Name, industry: Industry, owner: Owner}}\n"
        let loaded = await folder(["playbook.yml": playbook + mapping, "accounts/export.csv": export]).load()
        #expect(
            loaded.diagnostics.map { $0.message + " = " + ($0.help ?? "") } == [
                "this file is separated by semicolons, not by commas = set `separator: semicolon` under `crm:` in playbook.yml, or remove `separator`"
            ])
    }

    @Test func aFileWithoutAHeadingIsOneMistake() async throws {
        let loaded = await folder(["readings/a.csv": "acme,oee,2026-10,85\n"]).load()
        #expect(
            loaded.texts("missing-column") == [
                "the first line does not have the headings of this table = the first line is account,kpi,month,value"
            ])
        #expect(loaded.diagnostics.count == 1)
    }

    @Test func windows1252IsNamed() async throws {
        var files = folder(["readings/a.csv": ""]).files.filter { $0.name != "readings/a.csv" }
        let bytes = Array("account,kpi,month,value\nM".utf8) + [0xFC] + Array("ller,oee,2026-10,85\n".utf8)
        files.append(SourceFile(path: "content/readings/a.csv", name: "readings/a.csv", bytes: bytes))
        files.append(SourceFile(path: "content/chapters/b.md", name: "chapters/b.md", bytes: [0x23, 0x20, 0x93, 0x41]))
        let content = ContentFolder(path: "content", files: files)
        let loaded = await load(content, rules: .errorsOnly) { _ in CalendarDate(days: 20_779) }
        #expect(
            loaded.texts("invalid-utf8") == [
                "this is not UTF-8 = it looks like Windows-1252, where this byte is `“`: save the file as UTF-8",
                "this is not UTF-8 = it looks like Windows-1252, where this byte is `ü`: in Excel, save it as CSV UTF-8",
            ])
    }

    @Test func theSameMistakeInManyRowsIsToldOnce() async throws {
        var readings = "account,kpi,month,value\n"
        for year in 1990..<2016 {
            for month in 1...12 { readings += "acmee,oee,\(year)-\(month < 10 ? "0" : "")\(month),85\n" }
        }
        readings += "acme,oea,2026-10,85\nacme,oea,2026-11,85\n"
        let touches =
            "date,account,contact,channel,note\n"
            + String(repeating: "2026-10-01,acme,an@acme.example,mail,\n", count: 3)
        let loaded = await folder(["readings/a.csv": readings, "touches/a.csv": touches]).load()
        #expect(
            Set(loaded.diagnostics.map { $0.message + " = " + ($0.help ?? "") }) == [
                "unknown account `acmee` (and 311 more rows) = did you mean `acme`?",
                "unknown KPI `oea` (and 1 more row) = did you mean `oee`?",
                "`an@acme.example` is not a contact of `acme` (and 2 more rows) = did you mean `ana@acme.example`?",
                "`mail` is not a channel (and 2 more rows) = channels are digest, survey, email, call, visit, event",
            ])
        #expect(loaded.diagnostics.count == 4)
    }

    @Test func anOpenQuoteIsShownWhereItOpens() async throws {
        let folder = folder([
            "touches/a.csv":
                "date,account,contact,channel,note\n2026-10-01,acme,«ragged-row»\"«»,call,a\n2026-10-02,acme,,call,b\n"
        ])
        #expect(folder.found(await folder.load()) == folder.marks)
    }

    /// Everything in a table is read or reported, with places that exist in the file, and with the same result each
    /// time.
    @Test func anyTextMakesATableOrFindings() async throws {
        let pieces = [
            ",", ";", "\t", "\n", "\r\n", "\"", "\"\"", " ", "a", "acme", "oee", "2026-10", "85,4", "sep=;", "\u{FEFF}",
            "ü",
            "account", "kpi", "month", "value", "ID", "Name", "Mail", "x@a.example", "Food",
        ]
        let mapping = "crm: {columns: {id: ID, name: Name, contact_email: Mail, contact_roles: [Title, Food]}}\n"
        var state: UInt64 = 20_261_122
        func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<60 {
            func text(_ heading: String) -> String {
                (next(below: 2) == 0 ? heading : "")
                    + (0..<next(below: 30)).map { _ in pieces[next(below: pieces.count)] }.joined()
            }
            let folder = folder([
                "playbook.yml": playbook + mapping, "readings/a.csv": text("account,kpi,month,value\n"),
                "accounts/e.csv": text("ID;Name;Mail;Title;Food\na;"),
            ])
            let loaded = await folder.load(rules: RuleSettings())
            let again = await folder.load(rules: RuleSettings())
            #expect(loaded.diagnostics == again.diagnostics)
            for diagnostic in loaded.diagnostics {
                let file = try #require(folder.files.first { $0.path == diagnostic.place.file })
                let lines = file.text(0..<file.bytes.count).split(
                    omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                #expect((diagnostic.place.range?.upperBound.line ?? 1) <= lines.count)
            }
        }
    }
}
