import Foundation
import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// One mistake gives one message, at the place of the mistake, with a remedy that works.
@Suite struct MistakeMessageTests {
    private func found(_ files: [String: String], rules: RuleSettings = .errorsOnly) async -> [String] {
        let always = ["playbook.yml": playbook, "chapters/index.md": "# Home\n"]
        let folder = MarkedFolder(always.merging(files) { $1 })
        return await folder.load(rules: rules).diagnostics.map { diagnostic in
            let start = diagnostic.place.range?.lowerBound ?? Position(line: 0, column: 0)
            let help = diagnostic.help.map { " = " + $0 } ?? ""
            return "\(start.line):\(start.column) \(diagnostic.message)\(help)"
        }
    }

    static let tab = "a tab indents this line, but YAML allows only spaces = replace each tab with two spaces"
    static let quote = "this quotation mark has no partner = write the same mark at the end of the value"
    static let noBreak = "the line is indented with no-break spaces (U+00A0): type usual spaces in their place"
    static let depth = "indent keys that belong together by the same number of spaces"

    /// The text of an account's file, and its only finding.
    static let accounts: [(String, String)] = [
        ("name: A\nkpis:\n\toee: {target: 80}\n", "3:1 " + tab),
        ("name: A\nkpis:\n  oee:\n  \ttarget: 80\n", "4:3 " + tab),
        ("name: A\n\tindustry: food\n", "2:1 " + tab),
        ("name: \"A\nindustry: food\nstage: adopt\n", "1:7 " + quote),
        ("name: A\nregion: 'DE\nstage: adopt\n", "2:9 " + quote),
        (
            "name: \"A\nindustry: food\nproducts: {a: \"4.2\"}\n",
            "1:7 this quotation mark has no partner on its line; the next one is 2 lines below"
                + " = write the same mark at the end of the value"
        ),
        (
            "name: A\nagreement:\n  ends 2026-11-30\n  notice_days: 3\n",
            "3:3 there is no colon after the key = write a colon and a space after the key"
        ),
        ("nmae: A\nstage: adopt\n", "1:1 unknown key `nmae` = did you mean `name`?"),
        (
            "name: A\nindustry:food\nstage: adopt\n",
            "2:1 there is no space after the colon = write a space after the colon"
        ),
        (
            "name: A\nindustry food\nstage: adopt\n",
            "2:1 there is no colon after the key = write a colon and a space after the key"
        ),
        (
            "name: A\nkpis:\n  oee: {target: 80}\n   oee2: {target: 1}\n",
            "4:4 this line is indented by 3, the line above by 2 = " + depth
        ),
        ("name: A\n industry: food\n", "2:2 this line is indented by 1, the line above by 0 = " + depth),
        ("name: A: B\n", "1:8 mapping values are not allowed in this context = put a value that has a colon in quotes"),
        ("name: A\nkpis:\n\u{A0}\u{A0}oee: {}\n", "3:1 unknown key `<U+00A0><U+00A0>oee` = " + noBreak),
        (
            "name: A\nindustry: “food”\n",
            "2:11 unknown industry `“food”` = `“` is a typographic quotation mark: write \" at both ends"
        ),
        (
            "name: A\nagreement: {ends: 2026-11-31}\n",
            "2:19 `ends` is not a date: `2026-11-31` = November has 30 days"
        ),
        (
            "name: A\nagreement: {ends: 2027-02-29}\n",
            "2:19 `ends` is not a date: `2027-02-29` = February 2027 has 28 days"
        ),
        ("name: A\nagreement: {ends: 2026-13-01}\n", "2:19 `ends` is not a date: `2026-13-01` = months are 01 to 12"),
        ("name: A\nagreement: {ends: 1.12.2026}\n", "2:19 `ends` is not a date: `1.12.2026` = write 2026-12-01"),
        (
            "name: A\nlanguage: English\n",
            "2:11 `language` is not a language: `English` = write one such as en or pt-BR"
        ),
        (
            "name: A\ntime_zone: Europe/Muenster\n",
            "2:12 `time_zone` is not a time zone: `Europe/Muenster` = write one such as Europe/Berlin"
        ),
        (
            "name: A\ntime_zone: Europe/Berln\n",
            "2:12 `time_zone` is not a time zone: `Europe/Berln` = did you mean `Europe/Berlin`?"
        ),
        (
            "name: A\ntime_zone: UTC+2\n",
            "2:12 `time_zone` is not a time zone: `UTC+2` = write one such as Europe/Berlin"
        ),
        ("name: A\ntime_zone: utc\n", "2:12 `time_zone` is not a time zone: `utc` = did you mean `UTC`?"),
    ]

    @Test(arguments: accounts) func aMistakeInYAMLIsToldOnceWhereItIs(_ text: String, _ finding: String) async {
        #expect(await found(["accounts/a.yml": text]) == [finding])
    }

    @Test(arguments: ["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"])
    func namesOfTheIANADatabaseAreTimeZones(_ zone: String) async {
        #expect(await found(["accounts/a.yml": "name: A\ntime_zone: \(zone)\n"]) == [])
    }

    @Test func anAccentShowsTheFormThatItTakes() async {
        let text = playbook + "site: {accent: \"#b43c00\"}\n"
        let found = await found(["playbook.yml": text])
        let finding = "`accent` is text, but takes a mapping = write {light: \"#RRGGBB\", dark: \"#RRGGBB\"}"
        #expect(found.count == 1 && found.first?.hasSuffix(finding) == true, "\(found)")
    }

    @Test func aPathOfTheHomePageIsOneMistake() async {
        let found = await found(["chapters/index.md": "---\npath: ../x\n---\n# Home\n"])
        #expect(found.count == 1 && found[0].contains("`path` is not a path of a page"), "\(found)")
    }

    /// A person who repairs the account sees at once whether a snippet has readers.
    @Test func anAccountWithAMistakeLeavesNoSnippetUnused() async {
        let rules = RuleSettings.errors(and: "unused-snippet")
        let files = [
            "accounts/a.yml": "name: A\nindustry: fod\n", "accounts/b.yml": "name: B\n", "snippets/a.md": snippet(),
        ]
        let found = await found(files, rules: rules)
        #expect(found.count == 1 && found[0].contains("unknown industry"), "\(found)")
    }

    @Test func utf16IsNamed() async {
        let bytes = Array("name: A\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            await found(["accounts/a.yml": text])
                == ["1:2 this is not UTF-8 = it looks like UTF-16: save the file as UTF-8"])
    }

    @Test func aDateWithPointsIsFixed() async {
        let account = "name: A\nagreement: {ends: \"01.12.2026\"}\n"
        let folder = MarkedFolder(["playbook.yml": playbook, "accounts/a.yml": account, "chapters/index.md": "# A\n"])
        #expect(await folder.load().diagnostics.map { $0.fix?.replacement } == ["2026-12-01"])
    }

    @Test func aMistakeInManyRowsOfSuppressionsIsToldOnce() async {
        let rows = String(repeating: "a@b.example,gone,2026-01-01\n", count: 5) + "a@b.example,left,01.12.2026\n"
        #expect(
            await found(["suppressions.csv": "address,reason,date\n" + rows]) == [
                "2:13 `gone` is not a reason (and 4 more rows) = reasons are bounced, complained, left, unsubscribed",
                "7:18 `01.12.2026` is not a date = write 2026-12-01",
            ])
    }

    @Test func ofManyUnknownColumnsTheFirstAreTold() async {
        let columns = (1...30).map { ",c\($0)" }.joined()
        let found = await found(["readings/a.csv": "account,kpi,month,value" + columns + "\n"])
        #expect(found.count == 21 && found.contains { $0.contains("10 more columns are unknown") }, "\(found)")
    }

    @Test func aSummaryThatWasWrappedIsOneLine() async {
        let text = snippet().replacing("summary: One sentence.", with: "summary: |\n  One long\n  sentence.")
        let folder = MarkedFolder(["playbook.yml": playbook, "snippets/a.md": text, "chapters/index.md": "# A\n"])
        #expect(await folder.load().library?.snippets.map(\.summary) == ["One long sentence."])
    }

    @Test func regionsAreTheSameInAnyCase() async {
        let account = "name: Contoso\nregion: no\ncontacts: [{name: B, email: b@a.example, roles: [maintenance]}]\n"
        let rules = RuleSettings.errors(and: "unused-snippet")
        for (region, count) in [("NO", 0), ("SE", 1)] {
            let files = ["accounts/contoso.yml": account, "snippets/a.md": snippet("regions: [\(region)]")]
            #expect(await found(files, rules: rules).count == count)
        }
    }

    @Test func aNameThatManyContactsHaveIsLookedForOnce() async {
        let contacts = (0..<3_000).map { "  - {name: Ana Silva, email: a\($0)@a.example}\n" }
        let files = [
            "accounts/a.yml": "name: Contoso\ncontacts:\n" + contacts.joined(),
            "snippets/a.md": snippet(body: "You know Ana Silva.\n"),
        ]
        let found = await found(files)
        #expect(found.count == 1 && found.first?.contains("names Ana Silva (`a`)") == true, "\(found.prefix(2))")
    }

    @Test func theSameFindingInOneFileIsShownOnce() async {
        let links = String(repeating: "[x](gone.md)\n\n", count: 8)
        let folder = MarkedFolder(["playbook.yml": playbook, "chapters/index.md": "# A\n\n\(links)[y](lost.md)\n"])
        let findings = await folder.load().diagnostics
        let text = TextPrinter(limit: 20).text(findings)
        #expect(text.components(separatedBy: "there is no `gone.md`").count == 2)
        #expect(text.contains("\n  = the same at 5:1, 7:1, 9:1, 11:1, 13:1 and 2 more\n"), "\(text)")
        #expect(text.contains("there is no `lost.md`") && text.hasSuffix("9 errors in 1 file\n"))
        #expect(TextPrinter().text(findings).components(separatedBy: "there is no `gone.md`").count == 9)
    }

    @Test func onlyTheFirstOfManyFindingsAreShownToPeople() async {
        let roles = (1...30).map { "cook-\($0)" }.joined(separator: ", ")
        let folder = MarkedFolder([
            "playbook.yml": playbook, "chapters/index.md": "---\nroles: [\(roles)]\nstage: x\n---\n# Home\n",
        ])
        let findings = await folder.load().diagnostics
        let text = TextPrinter(limit: 20).text(findings)
        #expect(text.components(separatedBy: "error: unknown role").count == 21)
        #expect(text.contains("… and 10 more [unknown-role] in 1 file; `playbook check --all` shows them\n"))
        #expect(text.contains("unknown stage") && text.hasSuffix("31 errors in 1 file\n"))
        #expect(TextPrinter().text(findings).components(separatedBy: "error: unknown role").count == 31)
    }
}
