import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// The suggestions for a wrong word, and the corrections that `--fix` writes.
@Suite struct SuggestionTests {
    private func findings(_ files: [String: String]) async -> [Diagnostic] {
        let folder = MarkedFolder(["chapters/index.md": "# Home\n", "playbook.yml": playbook].merging(files) { $1 })
        return await folder.load().diagnostics
    }

    @Test(arguments: [
        ("accounts/a.yml", "name: A\ncontacts: [{name: B, email: b@a.example, status: inactive}]\n"),
        ("accounts/a.yml", "name: A\ncontacts: [{name: B, email: b@a.example, status: subscribed}]\n"),
        ("accounts/a.yml", "name: A\ncontacts: [{name: B, email: b@a.example, status: actve}]\n"),
        ("accounts/a.yml", "name: A\nholds: [{kind: illegal, from: 2026-11-01}]\n"),
        ("accounts/a.yml", "name: A\nholds: [{kind: legl, from: 2026-11-01}]\n"),
        ("voice/v.md", "---\naccount: a\ndate: 2026-10-01\nkind: request\nstate: unanswered\n---\nPlease.\n"),
        ("voice/v.md", "---\naccount: a\ndate: 2026-10-01\nkind: request\nstate: opn\n---\nPlease.\n"),
    ])
    func wordsThatDecideAreNeverGuessed(_ name: String, _ text: String) async {
        let found = await findings(["accounts/a.yml": "name: A\n"].merging([name: text]) { $1 })
        #expect(found.map(\.rule.name) == ["invalid-value"])
        #expect(found.first?.fix == nil)
        #expect(found.first?.help?.hasPrefix("it can be ") == true, "\(found.first?.help ?? "")")
    }

    @Test func anExportIsNeverCorrected() async {
        let settings =
            playbook + "crm:\n  columns: {id: Id, name: Name, contact_name: C, contact_email: E, contact_status: S}\n"
        let found = await findings([
            "playbook.yml": settings, "accounts/crm.csv": "Id,Name,C,E,S\na,A,B,b@a.example,actve\n",
        ])
        #expect(found.map(\.rule.name) == ["invalid-value"])
        #expect(found.allSatisfy { $0.fix == nil })
        #expect(found.first?.help?.contains("with active, unsubscribed, bounced or left") == true)
    }

    @Test func aWordThatSaysTheOppositeIsNotOffered() async {
        let settings = playbook.replacing("operator: Operator", with: "active: Active, executive: Executive")
        let found = await findings([
            "playbook.yml": settings,
            "snippets/a.md": snippet().replacing("[maintenance]", with: "[inactive, non-executive, nicht-active]"),
        ])
        #expect(found.map(\.rule.name) == ["unknown-role", "unknown-role", "unknown-role"])
        #expect(found.allSatisfy { $0.fix == nil && $0.help?.contains("did you mean") == false })
    }

    @Test func idsOfHeadingsHaveNothingInvisible() async {
        let text = "# Home\n\n## \u{2699}\u{FE0F} Setup\n\n## 1\u{FE0F}\u{20E3} Step\n\n[a](#-setup) [b](#1-step)\n"
        #expect(await findings(["chapters/index.md": text]).isEmpty)
    }

    @Test func oldSpellingsOfIdsStillLead() async throws {
        let text =
            "# Home\n\n## \u{2699}\u{FE0F} Setup\n\n## 1\u{FE0F}\u{20E3} Step\n\n"
            + "[a](#\u{FE0F}-setup) [b](#%EF%B8%8F-setup) [c](#1\u{FE0F}\u{20E3}-step) [d](b.md#\u{FE0F}-setup)\n"
        let folder = MarkedFolder(["chapters/index.md": text, "chapters/b.md": "# B\n\n## \u{2699}\u{FE0F} Setup\n"])
        let loaded = await folder.load()
        #expect(loaded.diagnostics.map(\.message) == [])
        let home = try #require(loaded.library?.chapters.first { $0.path == "index.md" })
        let anchors = home.links.map { target -> String in
            if case .chapter(_, let anchor)? = target { anchor ?? "" } else { "" }
        }
        #expect(anchors.sorted() == ["-setup", "-setup", "-setup", "1-step"])
    }

    @Test func whatIsInvisibleIsShown() async {
        let found = await findings(["chapters/index.md": "# Home\n\n## Setup\n\n[a](#set\u{200B}up\u{AD}s)\n"])
        #expect(found.map(\.message) == ["this link leads nowhere: index.md has no heading `#set<U+200B>up<U+00AD>s`"])
    }

    @Test func whatIsInvisibleIsNeverWritten() async {
        let found = await findings([
            "playbook.yml": playbook.replacing("Priya Raman", with: "Priya Raman"),
            "chapters/index.md": "# Home\n\n## Set\u{0301}up {#sets\u{200D}up}\n\n[a](#setsuq) [b](#sets\u{200D}uq)\n",
        ])
        for finding in found {
            #expect(
                finding.fix?.replacement.unicodeScalars.contains { $0.properties.isDefaultIgnorableCodePoint } != true)
            #expect(finding.help?.unicodeScalars.contains("\u{200D}") != true)
        }
    }

    @Test func aMarkBehindTheSignOfAnAnchorDoesNotHideIt() async {
        let found = await findings(["chapters/b.md": "# B\n", "chapters/index.md": "# Home\n\n[a](b.md#\u{301}x)\n"])
        #expect(found.map(\.message) == ["this link leads nowhere: b.md has no heading `#\u{301}x`"])
    }
}
