import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// Names of customers in places where other customers would read them: the values in which they are found, and the text
/// of the finding.
@Suite struct OtherCustomersTests {
    private static let accounts = [
        "accounts/contoso-motors.yml":
            "name: Contoso Motors\ncontacts: [{name: Petra Nováková, email: petra@contoso.example}]\n",
        "accounts/acme.yml": "name: Acme Foods\ncontacts: [{name: Ana Silva, email: ana@acme.example}]\n",
    ]

    private static func name(_ text: String) -> String { "«names-other-customer»\(text)«»" }

    private static let cases = [
        MistakeCase(
            "titles that stand in everybody's messages",
            [
                "playbook.yml": playbook.replacing("Operator,", with: "Operator at \(name("Contoso")),")
                    .replacing(
                        "title: OEE, unit: \"%\"",
                        with: "title: OEE as at \(name("Acme Foods")), unit: \"% (\(name("Acme Foods")))\""
                    )
                    .replacing("Gateway}", with: "\(name("Contoso Motors")) Gateway}")
                    + "languages: {de: {roles: {operator: \(name("Ana Silva"))}, kpis: {oee: {title: \"OEE \\u00AB\(name("Acme\\u200CFoods"))\"}}}}\n"
            ]),
        MistakeCase(
            "another customer in the name of a contact, and in an incident",
            [
                "accounts/lindner.yml": "name: Lindner\n",
                "accounts/z.yml":
                    "name: Zebra Works\ncontacts: [{name: Jean Lindner, email: l@z.example}, {name: Ana Silva (\(name("Contoso Motors"))), email: a@z.example}]\nholds: [{kind: escalation, incident: INC-\(name("ACME-FOODS"))-1, from: 2026-01-01, closed: 2026-01-02}]\n",
            ]),
        MistakeCase(
            "a name inside one that may stand there",
            [
                "accounts/contoso.yml": "name: Contoso\n",
                "snippets/a.md": snippet("accounts: [contoso-motors]", body: "You save time at Contoso Motors."),
                "snippets/b.md": snippet("accounts: [contoso]", body: "You save time at \(name("Contoso Motors"))."),
                "snippets/c.md": snippet(
                    "may_name: [contoso-motors]", body: "As at Contoso Motors, but not at \(name("Contoso"))."),
            ]),
        MistakeCase(
            "the company, its people and its products are no customers",
            [
                "accounts/helios.yml": "name: Helios\n", "accounts/gate.yml": "name: Gateway\n",
                "accounts/edge.yml": "name: Edge\ncommon_name: true\n",
                "accounts/p.yml": "name: Raman Works\ncontacts: [{name: Priya Raman, email: p@raman.example}]\n",
                "playbook.yml": playbook.replacing(
                    "{gateway: Gateway}", with: "{edge: Edge \(name("Gateway")), other: \(name("Gateway"))}"),
                "snippets/a.md": snippet(
                    body: "You save time with Helios Controls, the Edge Gateway, P. Raman or Ms Raman."),
            ]),
        MistakeCase(
            "a company with a legal form, a place, or a longer name than people use",
            [
                "accounts/l.yml":
                    "name: Lindner Kunststofftechnik GmbH & Co. KG\ncontacts: [{name: Dr. Jörg Lindner, email: j@lindner.example}]\n",
                "accounts/n.yml": "name: Nordlys Seafood - Bergen\n", "accounts/s.yml": "name: Summit S.A.\n",
                "accounts/k.yml": "name: КОФЕЙНЯ\n", "accounts/h.yml": "name: 北山製作所\n",
                "snippets/a.md": snippet(
                    body:
                        "You save time as at \(name("Lindner Kunststofftechnik")), \(name("Lindners")) plant, \(name("Nordlys Seafood")), \(name("Кофейня")) and 在\(name("北山製作所"))工作. Herr \(name("Lindner")) agrees, and \(name("Joerg Lindner")) with \(name("J. LINDNER")). A Summit is a summit."
                ),
            ]),
        MistakeCase(
            "words that only look like parts of names",
            [
                "accounts/i.yml": "name: In Form\n", "accounts/u.yml": "name: Gap\ncommon_name: true\n",
                "accounts/g.yml": "name: Iron Gate\ncontacts: [{name: Anna Weber, email: a.weber@gmail.com}]\n",
                "accounts/1001.yml": "name: North Star\n",
                "snippets/a.md": snippet(
                    body:
                        "You inform 1001 people, a gap at a time, gaps and GAP. A Weber grill by Weber. A new one, asana or as Ana says, silva. Write to \(name("a.weber@gmail.com")), or b.a.weber@gmail.com.example, at \(name("Gap")), see https://helios.example/a-weber-grill."
                ),
            ]),
        MistakeCase(
            "digits and letters that look like others",
            [
                "accounts/lindner.yml":
                    "name: Lindner Iron\ncontacts: [{name: Ian Otis, email: i@lindner.example}]\n",
                "snippets/a.md": snippet(
                    body:
                        "You save time as at \(name("Lindner lron")), \(name("L1ndner Ir0n")), \(name("LindneR")) and \(name("Acme F0ods")); so say \(name("lan 0tis")) and \(name("Ana SiIva")). Line 10 and 1 or 0 of 100 l of oil, Iran or an Io port."
                ),
            ]),
        MistakeCase(
            "an address that somebody had before, in a domain of somebody else",
            [
                "accounts/z.yml":
                    "name: Zebra Works\ncontacts: [{name: Zoe Zu, email: zoe@zebra.example, was: [Zoe@other.example]}]\n",
                "snippets/a.md": snippet(
                    body: "You save time: ask \(name("zoe@other.example")), or kim@other.example, see other.example."),
            ]),
        MistakeCase(
            "another customer in an export, but for a name that the account's file gives",
            [
                "accounts/crm.csv":
                    "Id,Name,Contact,Mail\nz,Zebra Works,Ana Silva (\(name("Acme Foods"))),a@z.example\nz,Zebra Works,Contoso Motors AP,b@z.example\n",
                "accounts/z.yml": "contacts: [{name: Bea Zu, email: b@z.example}]\n",
                "playbook.yml": playbook
                    + "crm: {columns: {id: Id, name: Name, contact_name: Contact, contact_email: Mail}}\n",
            ]),
        MistakeCase(
            "a snippet with another mistake, but not one in who may be named",
            [
                "snippets/a.md": snippet(
                    "worth: «invalid-value»lots«»", body: "You save time as at \(name("Acme Foods"))."),
                "snippets/b.md": snippet(
                    "may_name: [«unknown-account»acmi«»]", body: "You save time as at Acme Foods."),
            ]),
    ]

    @Test(arguments: cases) func exactlyTheMarkedNamesAreFound(_ mistake: MistakeCase) async {
        let folder = MarkedFolder(Self.accounts.merging(mistake.files) { $1 })
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
    }

    @Test func helpShowsWhatCannotBeSeen() async throws {
        let files = [
            "playbook.yml": playbook, "chapters/index.md": "# Home\n", "accounts/target.yml": "name: Target\n",
            "snippets/a.md": snippet(body: "At Acme Fo\u{AD}ods and Асme Foods, you hit your target."),
        ]
        let folder = MarkedFolder(Self.accounts.merging(files) { $1 })
        let help = await folder.load().diagnostics.compactMap(\.help)
        let first = "remove the name, or list the account under `may_name` if they agreed to it"
        #expect(
            help == [
                first + "; there is U+00AD (SOFT HYPHEN) between `Fo` and `ods`",
                first
                    + "; `А` is U+0410 (CYRILLIC CAPITAL LETTER A); `с` is U+0441 (CYRILLIC SMALL LETTER ES)",
                first
                    + "; if it is also a plain word, set `common_name: true` in the account: then only `Target` in exactly this case and as whole words counts",
            ])
    }

    @Test func aQuotationMayNameWhoAgreed() async throws {
        func loaded(_ key: String) async -> [String] {
            let files = [
                "playbook.yml": playbook, "chapters/index.md": "# Home\n",
                "voice/v.md":
                    "---\naccount: acme\ndate: 2026-10-01\nkind: request\nstate: open\n---\n\nAs Contoso Motors has it, please.\n",
                "snippets/a.md": snippet("accounts: [acme]\n\(key)"),
            ]
            return await MarkedFolder(Self.accounts.merging(files) { $1 }).load().diagnostics.map(\.rule.name)
        }
        // Only colleagues read a record that no snippet quotes.
        #expect(await loaded("") == [])
        #expect(await loaded("answers: [v]") == ["names-other-customer"])
        #expect(await loaded("answers: [v]\nmay_name: [contoso-motors]") == [])
    }
}
