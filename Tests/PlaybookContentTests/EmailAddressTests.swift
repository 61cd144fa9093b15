import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// The addresses that contacts can have.
@Suite struct EmailAddressTests {
    @Test(arguments: [
        "a@b.cd", "a.b+c@x-y.example", "o'neil@a.b.example", "A_1@1.example", "a@b.c-d", "x{y}|z~@b.example", "a@b.--",
        "a@b.12",
    ])
    func anAddressIsTaken(_ address: String) async throws {
        let loaded = await folder(address).load()
        #expect(loaded.library?.account("acme")?.contacts.map(\.email) == [address])
    }

    @Test(arguments: [
        "a", "a@b", "@b.cd", "a@", "a@.cd", "a@b.", "a@b.c", "a@-b.cd", "a@b-.cd", "a@b..cd", ".a@b.cd", "a.@b.cd",
        "a..b@c.de", "a@b@c.de", "ü@b.cd", "a@bü.cd", "a b@c.de", "a@b_c.de", "(a)@b.cd", "a\u{301}@b.cd",
        "a@\(String(repeating: "b", count: 250)).cd",
    ])
    func anythingElseIsAFinding(_ address: String) async throws {
        #expect(await folder(address).load().ruleNames == ["invalid-value"])
    }

    private func folder(_ address: String) -> MarkedFolder {
        MarkedFolder([
            "playbook.yml": playbook, "chapters/index.md": "# Home\n",
            "accounts/acme.yml": "name: Acme\ncontacts: [{name: Ana, email: \"\(address)\"}]\n",
        ])
    }
}
