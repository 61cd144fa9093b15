import PlaybookContent
import PlaybookCore
import PlaybookModel
import TestSupport
import Testing

/// Each case is a content folder whose mistakes are marked; exactly these must be found, each at its line and column.
struct MistakeCase: Sendable, CustomTestStringConvertible {
    let name: String
    let files: [String: String]

    init(_ name: String, _ files: [String: String]) {
        self.name = name
        self.files = ["chapters/index.md": "# Home\n", "playbook.yml": playbook].merging(files) { $1 }
    }

    var testDescription: String { name }
}

@Suite struct DiagnosticTests {
    static let cases: [MistakeCase] = [
        MistakeCase("a library without a mistake", ["snippets/a.md": snippet()]),
        MistakeCase("an unknown key", ["snippets/a.md": snippet("«unknown-key»kpi«»: [oee]")]),
        MistakeCase(
            "markers of internal blocks without their sign",
            [
                "snippets/a.md": snippet()
                    + "\n> «stray-marker»[INTERNAL]«»\n> secret\n\n> «stray-marker»**INTERNAL** secret«»\n\n> Internal checks help you.\n"
            ]),
        MistakeCase(
            "a marker of an internal block in a play",
            [
                "chapters/p.md":
                    "---\nplay: {trigger: a, steps: [«stray-marker»\"> [!INTERNAL] secret\"«»]}\n---\n# Play\n"
            ]),
        MistakeCase(
            "pages where the site has files",
            [
                "chapters/robots.txt.md": "«colliding-pages»«»# Robots\n",
                "chapters/search/start.js.md": "«colliding-pages»«»# Start\n",
                "chapters/search/how.md": "---\naliases: [«colliding-pages»llms.txt«»]\n---\n# How\n",
            ]),
        MistakeCase(
            "links to records that have no page",
            [
                "snippets/a.md": snippet("draft: true"), "snippets/b.md": snippet("accounts: [n]"),
                "snippets/c.md": snippet(),
                "accounts/n.yml": "name: N\n",
                "chapters/index.md":
                    "# Home\n\n«broken-link»[a](../snippets/a.md)«» [b](../snippets/b.md) [c](../snippets/c.md) [n](../accounts/n.yml)\n"
                    + "«broken-link»[d](../snippets/d.md)«» «broken-link»[r](../readings/2026.csv)«»\n",
            ]),
        MistakeCase(
            "links to what is kept off the site",
            [
                "playbook.yml": playbook + "\nsite: {accounts: false}\n", "snippets/b.md": snippet("accounts: [n]"),
                "snippets/c.md": snippet(), "accounts/n.yml": "name: N\n",
                "chapters/index.md":
                    "# Home\n\n«broken-link»[b](../snippets/b.md)«» [c](../snippets/c.md) «broken-link»[n](../accounts/n.yml)«»\n",
            ]),
        MistakeCase(
            "what is not a colour, and a logo that is not there",
            [
                "playbook.yml": playbook
                    + "\nsite: {logo: «invalid-value»x.svg«», accent: {light: «invalid-value»yellow«», dark: \"#6FC7C3\"}}\n"
            ]),
        MistakeCase(
            "an unknown key far into a line of other scripts",
            [
                "accounts/a.yml":
                    "name: Łódź\ncontacts: [{name: Żółć 中文, «unknown-key»mail«»: x, email: a@b.example}]\n"
            ]),
        MistakeCase("a missing key", ["accounts/a.yml": "«missing-key»«»region: DE\n"]),
        MistakeCase("no front matter", ["snippets/a.md": "«missing-key»«»Only text.\n"]),
        MistakeCase("a key that is given twice", ["accounts/a.yml": "name: A\n«duplicate-key»name«»: B\n"]),
        MistakeCase("a number where text goes", ["accounts/a.yml": "name: «wrong-type»12«»\n"]),
        MistakeCase("a word where a list goes", ["snippets/a.md": snippet("industries: «wrong-type»food«»")]),
        MistakeCase("a list where a mapping goes", ["snippets/a.md": snippet("evidence: «wrong-type»[a, b]«»")]),
        MistakeCase(
            "a version without quotes", ["accounts/a.yml": "name: A\nproducts: {gateway: «wrong-type»4.2«»}\n"]),
        MistakeCase("a day that does not exist", ["snippets/a.md": snippet("expires: «invalid-value»2026-02-30«»")]),
        MistakeCase(
            "a kind that does not exist",
            [
                "snippets/a.md": snippet().replacing("kind: update", with: "kind: «invalid-value»updates«»")
            ]),
        MistakeCase(
            "an address that is none",
            [
                "accounts/a.yml": "name: A\ncontacts: [{name: Ana, email: «invalid-value»ana at a.example«»}]\n"
            ]),
        MistakeCase(
            "a time zone that does not exist", ["accounts/a.yml": "name: A\ntime_zone: «invalid-value»Europe/Berln«»\n"]
        ),
        MistakeCase(
            "an unknown role",
            ["snippets/a.md": snippet().replacing("[maintenance]", with: "[operator, «unknown-role»maintainance«»]")]),
        MistakeCase("an unknown KPI", ["accounts/a.yml": "name: A\nkpis: {«unknown-kpi»oe«»: {target: 85}}\n"]),
        MistakeCase(
            "an unknown product", ["accounts/a.yml": "name: A\nproducts: {«unknown-product»gatway«»: \"4.2\"}\n"]),
        MistakeCase("an unknown industry", ["accounts/a.yml": "name: A\nindustry: «unknown-industry»fod«»\n"]),
        MistakeCase("an unknown stage", ["accounts/a.yml": "name: A\nstage: «unknown-stage»adapt«»\n"]),
        MistakeCase("an unknown person", ["chapters/a.md": "---\nowner: «unknown-person»pria«»\n---\n# A\n"]),
        MistakeCase("an unknown account", ["snippets/a.md": snippet("accounts: [«unknown-account»nobody«»]")]),
        MistakeCase("an unknown snippet", ["snippets/a.md": snippet("supersedes: [«unknown-snippet»b«»]")]),
        MistakeCase("an unknown voice record", ["snippets/a.md": snippet("answers: [«unknown-voice»b«»]")]),
        MistakeCase("YAML that has no end", ["accounts/a.yml": "name: A\ncontacts: [{name: B\n«invalid-yaml»«»"]),
        MistakeCase(
            "a no-break space behind a colon",
            ["accounts/a.yml": "name: A\nowner:«invalid-yaml»\u{A0}«»kim\nregion: DE\n"]),
        MistakeCase("an alias in YAML", ["accounts/a.yml": "name: A\nnote: «invalid-yaml»*other«»\n"]),
        MistakeCase("front matter that has no end", ["chapters/a.md": "«unclosed-front-matter»---«»\ntitle: A\n"]),
        MistakeCase(
            "an event without a date",
            [
                "snippets/a.md": snippet().replacing("kind: update", with: "kind: «event-mismatch»event«»")
            ]),
        MistakeCase(
            "a date of an event on another kind",
            [
                "snippets/a.md": snippet("event: «event-mismatch»{date: 2026-11-20, place: Online}«»")
            ]),
        MistakeCase(
            "an end before the beginning", ["snippets/a.md": snippet("expires: «dates-out-of-order»2026-09-30«»")]),
        MistakeCase(
            "an unknown merge field", ["snippets/a.md": snippet(body: "For «unknown-field»{{ account.nam }}«» only.")]),
        MistakeCase(
            "an unknown merge field in an address",
            [
                "snippets/a.md": snippet(body: "See [this](https://a.example/?k=«unknown-field»{{kpi.mttr.latest}}«»).")
            ]),
        MistakeCase(
            "a link that a customer cannot follow",
            ["snippets/a.md": snippet(body: "See «relative-link»[this](../chapters/index.md)«».")]),
        MistakeCase(
            "a merge field that nothing fills",
            [
                "snippets/a.md": snippet(
                    body:
                        "Write «unfilled-field»`{{account.name}}`«» or «unfilled-field»{{account.«»*name*}}, {{account.name}}."
                )
            ]),
        MistakeCase(
            "an escalation without an incident",
            [
                "accounts/a.yml": "name: A\nholds: [«hold-mismatch»{kind: escalation, from: 2026-11-02}«»]\n"
            ]),
        MistakeCase(
            "a hold that ends before it starts",
            [
                "accounts/a.yml":
                    "name: A\nholds: [{kind: legal, from: 2026-11-02, until: «dates-out-of-order»2026-11-01«»}]\n"
            ]),
        MistakeCase(
            "a contact that is listed twice",
            [
                "accounts/a.yml":
                    "name: A\ncontacts:\n- {name: B, email: b@a.example}\n- {name: C, email: «duplicate-contact»B@a.example«»}\n"
            ]),
        MistakeCase(
            "accounts without a company",
            [
                "playbook.yml": "format: 1\n", "accounts/a.yml": "«missing-company»«»name: A\n",
            ]),
        MistakeCase(
            "a circle of snippets",
            [
                "snippets/a.md": snippet("supersedes: «supersede-cycle»[b]«»"),
                "snippets/b.md": snippet("supersedes: [a]"),
            ]),
        MistakeCase(
            "a snippet that names another customer",
            [
                "accounts/northwind.yml": "name: Northwind Foods\n",
                "accounts/zebra-works.yml": "name: Zebra\n",
                "snippets/a.md": snippet(
                    "evidence: {source: \"Trial at «names-other-customer»Northwind Foods«»\"}",
                    body: """
                        As at «names-other-customer»NORTHWIND foods«», it works.

                        > [!INTERNAL]
                        > Northwind Foods paid for it.

                        [See](https://h.example/«names-other-customer»zebra-works«» "«names-other-customer»Northwind\tFoods«»")
                        """),
            ]),
        MistakeCase(
            "a customer who agreed to be named",
            [
                "accounts/northwind.yml": "name: Northwind Foods\n",
                "snippets/a.md": snippet("may_name: [northwind]", body: "As at Northwind Foods, it works."),
            ]),
        MistakeCase(
            "a word that only contains a customer's name",
            [
                "accounts/acme.yml": "name: Acme\n", "snippets/a.md": snippet(body: "Acmeist poems are no customers."),
            ]),
        MistakeCase(
            "readings",
            [
                "accounts/a.yml": "name: A\n",
                "readings/2026.csv": """
                account,kpi,month,value
                a,oee,2026-10,81.4
                «unknown-account»b«»,oee,2026-10,81.4
                a,«unknown-kpi»oe«»,2026-10,81.4
                a,oee,«invalid-value»2026-13«»,81.4
                a,oee,2026-09,«invalid-value»eighty«»
                «duplicate-reading»a,oee,2026-10,82«»
                «ragged-row»a,oee,2026-08,"1,5",x«»

                """,
            ]),
        MistakeCase(
            "columns", ["touches/a.csv": "«missing-column»«»date,account,contact,channel,«unknown-column»notes«»\n"]),
        MistakeCase(
            "touches",
            [
                "accounts/a.yml": "name: A\ncontacts: [{name: B, email: b@a.example}]\n",
                "touches/a.csv": """
                date,account,contact,channel,note
                2026-10-01,a,b@a.example,call,"said ""fine"", twice"
                2026-10-01,a,«unknown-contact»c@a.example«»,call,
                2026-10-01,a,,«invalid-value»fax«»,

                """,
            ]),
        MistakeCase(
            "links",
            [
                "chapters/a.md": """
                # A

                > quoted [fine](index.md) and
                  > «broken-link»[gone](gone.md)«» and
                lazy «broken-link»[gone](gone.md#x)«»

                1. an item with a `code [span](no.md)`
                     and «broken-link»![picture](a/pic.png "title")«»

                «broken-link»[by reference][r]«» and «broken-link»[shortcut]«» and [outside](https://a.example/x.md)

                中文 «broken-link»[heading](#b)«» and [heading](#a) and «broken-link»[above](../../x.md)«»

                [r]: gone.md
                [shortcut]: <gone too.md> 'title'

                """
            ]),
        MistakeCase(
            "two chapters for one page",
            [
                "chapters/a.md": "# A\n", "chapters/a/README.md": "«colliding-pages»«»# A\n",
            ]),
        MistakeCase(
            "two ids that differ only by case",
            ["snippets/Alpha.md": snippet(), "snippets/alpha.md": "«duplicate-id»«»" + snippet()]),
        MistakeCase("an overdue review", ["chapters/a.md": "---\nreview_by: «overdue-review»2026-11-21«»\n---\n# A\n"]),
        MistakeCase(
            "rules that do not exist or cannot be lowered",
            [
                "playbook.yml": playbook
                    + "rules: {broken-link: warning, «unknown-rule»broken-lnk«»: off, «fixed-rule»unknown-role«»: off}\n"
            ]),
        MistakeCase(
            "all in one run",
            [
                "accounts/a.yml":
                    "name: A\nregion: «wrong-type»7«»\nstage: «unknown-stage»x«»\n«unknown-key»foo«»: 1\n",
                "snippets/a.md": snippet("draft: «wrong-type»maybe«»\nexpires: «invalid-value»soon«»"),
                "voice/v.md":
                    "---\naccount: a\ndate: 2026-10-01\nkind: «invalid-value»wish«»\nstate: open\n---\nPlease.\n",
            ]),
    ]

    @Test(arguments: cases) func exactlyTheMarkedMistakesAreFound(_ mistake: MistakeCase) async {
        let folder = MarkedFolder(mistake.files)
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
        #expect((loaded.library == nil) == loaded.diagnostics.hasErrors)
    }

    @Test func theNearestKnownWordIsOffered() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n", "playbook.yml": playbook, "accounts/a.yml": "name: A\nstage: adapt\n",
        ])
        #expect(await folder.load().diagnostics.map(\.help) == ["did you mean `adopt`?"])
    }

    @Test func aFileThatIsNotUTF8IsPlacedAtItsFirstWrongByte() async {
        let bytes = Array("# Home\n\nStra".utf8) + [0xDF] + Array("e\n".utf8)
        let file = SourceFile(path: "content/chapters/index.md", name: "chapters/index.md", bytes: bytes)
        let loaded = await load(ContentFolder(path: "content", files: [file])) { _ in CalendarDate(days: 0) }
        #expect(loaded.diagnostics.map(\.rule.name) == ["invalid-utf8"])
        #expect(loaded.diagnostics.first?.place.range?.lowerBound == Position(line: 3, column: 5))
    }

    @Test func aFolderWithoutAChapterIsAnError() async {
        let loaded = await load(ContentFolder(path: "content", files: [])) { _ in CalendarDate(days: 0) }
        #expect(loaded.diagnostics.map(\.rule.name) == ["no-chapters"])
        #expect(loaded.library == nil)
    }

    @Test func onlyRulesThatGuardNobodyCanBeLowered() async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n\n[gone](gone.md)\n", "playbook.yml": playbook,
            "snippets/a.md": snippet("accounts: [nobody]"),
        ])
        var rules = RuleSettings.errorsOnly
        rules.set("broken-link", to: .off)
        rules.set("unknown-account", to: .off)
        #expect(await folder.load(rules: rules).diagnostics.map(\.rule.name) == ["unknown-account"])
    }

    @Test func theOrderOfFilesDoesNotMatter() async {
        let files = Self.cases.reduce(into: [:]) { $0.merge($1.files) { first, _ in first } }
        let folder = MarkedFolder(files)
        let shuffled = ContentFolder(path: "content", files: folder.files.reversed())
        let first = await folder.load()
        let second = await load(shuffled, rules: .errorsOnly) { _ in CalendarDate(days: 20_779) }
        #expect(first.diagnostics == second.diagnostics)
    }
}
