import Foundation
import TestSupport
import Testing

/// A whole build of the content that comes with the program.
@Suite struct BundledContentTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "playbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func build(to name: String) throws -> URL {
        let output = folder.appending(path: name)
        let outcome = try Program.run(["build", "--as-of", "2026-11-22", "--output", output.path])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return output
    }

    /// Every file of the outputs in a folder with its bytes.
    private func files(in folder: URL) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: name)
            if name.hasPrefix(".playbook/") { continue }
            if !file.hasDirectoryPath, let data = try? Data(contentsOf: file) { files[name] = data }
        }
        return files
    }

    @Test func checkFindsNothing() throws {
        let outcome = try Program.run(["check", "--as-of", "2026-11-22"])
        #expect(outcome.code == 0)
        #expect(outcome.output.isEmpty)
    }

    @Test func twoBuildsGiveTheSameBytes() throws {
        let first = try files(in: build(to: "first"))
        let second = try files(in: build(to: "second"))
        #expect(first.keys.contains { $0.hasPrefix("_site/") && $0.hasSuffix(".html") })
        #expect(first.keys.contains { $0.hasPrefix("_digests/2026-11/") && $0.hasSuffix(".eml") })
        #expect(first.keys.contains("_digests/2026-11/manifest.json"))
        #expect(first == second)
        // A third build over the first one changes nothing either, and leaves no other files.
        #expect(try files(in: build(to: "first")) == second)
    }

    @Test func novemberShowsWhatADigestCanBe() throws {
        let outcome = try Program.run(["explain", "--as-of", "2026-11-22", "--format", "json"])
        #expect(outcome.code == 0)
        var accounts: Set<String> = []
        var contacts: Set<String> = []
        for line in outcome.output.split(separator: "\n") {
            let account = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            accounts.insert(account["status"] as? String ?? "")
            for contact in account["contacts"] as? [[String: Any]] ?? [] {
                contacts.insert(contact["status"] as? String ?? "")
            }
        }
        #expect(accounts == ["due", "held", "recovery", "not_due"])
        let wanted: Set = ["ready", "withheld", "held", "suppressed", "contact_capped", "not_due", "no_role"]
        #expect(contacts.isSuperset(of: wanted))
    }

    @Test func everyMessageIsReadByAParserThatForgivesNothing() throws {
        let output = try build(to: "mail")
        let script = """
            import email, email.policy, pathlib, sys
            policy = email.policy.strict + email.policy.SMTP if hasattr(email.policy, "SMTP") else email.policy.strict
            count = 0
            for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.eml")):
                data = path.read_bytes()
                assert b"\\n" not in data.replace(b"\\r\\n", b"") and b"\\r" not in data.replace(b"\\r\\n", b""), path
                assert max(data) < 128, path
                head, body = data.split(b"\\r\\n\\r\\n", 1)
                for line in head.split(b"\\r\\n"):
                    # A word that is longer cannot be broken; the first one stands behind the field's name.
                    words = len(line.split()) - (0 if line.startswith(b" ") else 1)
                    assert words > 0 and (len(line) <= 78 or words == 1), (path, line)
                assert max(map(len, body.split(b"\\r\\n"))) <= 76, path
                message = email.message_from_bytes(data, policy=policy)
                types = [part.get_content_type() for part in message.walk()]
                letter = ["multipart/alternative", "text/plain", "text/html"]
                events = types.count("text/calendar")
                assert types == (["multipart/mixed"] + letter + ["text/calendar"] * events if events else letter), path
                for name in ["From", "To", "Reply-To", "Date", "Subject", "Message-ID", "List-Id", "List-Unsubscribe",
                             "Auto-Submitted", "MIME-Version", "Content-Language"]:
                    assert len(message.get_all(name, [])) == 1, (path, name)
                assert message["To"].addresses[0].addr_spec == path.name[:-4], path
                assert message["Auto-Submitted"] == "auto-generated"
                assert message["Date"].datetime.hour == 9, path
                for part in [message.get_body((kind,)) for kind in ("plain", "html")]:
                    assert part["Content-Transfer-Encoding"] == "quoted-printable"
                    assert len(part.get_content()) > 500, path
                assert "INTERNAL" not in str(message), path
                count += 1
            print(count)
            """
        let outcome = try Program.run(
            URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", script, output.appending(path: "_digests").path])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == "15\n")
    }

    @Test(.enabled(if: MailReaders.areThere)) func threeReadersReadEveryMessageAlike() throws {
        let outcome = try MailReaders.read(try build(to: "readers").appending(path: "_digests"))
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == "15 of 15\n")
    }
}
