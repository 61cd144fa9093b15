import Foundation
import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("The month for colleagues")
struct OverviewTests {
    @Test func withheldMessagesBecomeTasks() async throws {
        let gaps = try await gaps(of: World().with { $0.readings = [("2026-10", "9.1")] })
        let message = try #require(gaps.withheld.first)
        #expect(gaps.withheld.count == 1)
        #expect(message.contact == "ana@northwind.example" && message.kpis == ["downtime"])
        #expect(message.shortfall.items == 1 && message.advice.hasPrefix("Needs one more item for maintenance"))
        #expect(gaps.needs == [ContentGaps.Need(role: "maintenance", kpi: "downtime", messages: 1)])
    }

    /// A gate of one item over three months: three snippets last for two more months, two for one, one for none.
    @Test(arguments: [(1, 0), (2, 1), (3, nil)] as [(Int, Int?)])
    func runway(_ count: Int, _ months: Int?) async throws {
        let world = World.lenient.with { world in
            world.configuration.digest.maxItems = 1
            world.others = (1..<count).map { makeSnippet("s\($0)") }
        }
        #expect(try await gaps(of: world).shortRunways.map(\.months) == (months.map { [$0] } ?? []))
    }

    @Test func monthsUnderAHoldDoNotCountForTheRunway() async throws {
        let world = World.lenient.with {
            $0.configuration.digest.maxItems = 1
            $0.others = [makeSnippet("s1"), makeSnippet("s2")]
            $0.account.holds = [Account.Hold(kind: .pause, from: date("2026-12-01"), until: date("2026-12-31"))]
        }
        #expect(try await gaps(of: world).shortRunways == [])
    }

    @Test func whatNobodyGetsAndWhatNothingMoves() async throws {
        let gaps = try await gaps(
            of: World.lenient.with {
                $0.account.contacts[0].kpis = ["downtime", "oee"]
                var idle = makeSnippet("idle")
                idle.roles = ["it-ot"]
                var draft = makeSnippet("draft")
                draft.draft = true
                draft.kpis = ["oee"]
                $0.others = [idle, draft]
            })
        #expect(gaps.unusedSnippets == ["idle"])
        #expect(gaps.kpisWithoutSnippet == ["oee"])
    }

    @Test func filesOfTheMonth() async throws {
        var options = DigestOptions()
        options.overview = try overviewTemplates()
        options.isPacking = true
        let digests = try await World.rich.digests(options: options)
        #expect(
            digests.files.map(\.path)
                == [
                    "gaps.json", "index.html", "manifest.json", "messages.mbox", "northwind/ana@northwind.example.eml",
                    "northwind/ana@northwind.example.html", "overview.css",
                ])
        let page = String(
            decoding: try #require(digests.files.first { $0.path.hasSuffix("index.html") }).bytes, as: UTF8.self)
        for expected in [
            "<dt>ready</dt><dd>1</dd>", "Northwind Foods, November: nine days&#39; warning",
            "href=\"northwind/ana@northwind.example.html\"", "style-src 'self'",
        ] {
            #expect(page.contains(expected), "\(expected) in \(page)")
        }
        let gaps = try #require(digests.files.first { $0.path.hasSuffix("gaps.json") })
        let object = try JSONSerialization.jsonObject(with: Data(gaps.bytes)) as? [String: Any]
        #expect(object?["month"] as? String == "2026-11")
    }

    /// The overview says who cannot be written to and why, what is late, and who is at two accounts.
    @Test func theOverviewSaysWhatIsInTheWay() async throws {
        let world = World.rich.with {
            $0.asOf = date("2026-11-12")
            $0.otherAccounts = [other()]
            $0.account.contacts.append(
                Account.Contact(name: "Bo", email: "bo@northwind.example", roles: ["maintenance"], status: .bounced))
            $0.suppressions = [suppression(.unsubscribed, of: "cy@northwind.example")]
            $0.account.contacts.append(
                Account.Contact(name: "Cy", email: "cy@northwind.example", roles: ["maintenance"]))
        }
        var options = DigestOptions()
        options.asOf = world.asOf
        options.overview = try overviewTemplates()
        let digests = try await world.digests(options: options)
        let page = String(
            decoding: try #require(digests.files.first { $0.path.hasSuffix("index.html") }).bytes, as: UTF8.self)
        for expected in [
            "<dt>suppressed (1 unsubscribed, 1 bounced)</dt><dd>2</dd>", "<dt>missed</dt><dd>1</dd>",
            "missed: a message could go out until 2026-11-11", "also at Contoso</span>",
            "<span class=\"quiet more\">suppressed</span> unsubscribed (in suppressions.csv)",
        ] {
            #expect(page.contains(expected), "\(expected) in \(page)")
        }
        #expect(
            digests.summary == """
                No message: 2 suppressed (1 unsubscribed, 1 bounced), 1 withheld
                Missed: 1 message is too late to go out

                """)
    }

    /// Python's reader of mailboxes returns each message unchanged.
    @Test func mbox() async throws {
        let world = World.rich.with {
            $0.snippet.setBody("From here on.\n\n>From there on.\n")
            $0.account.contacts.append(
                Account.Contact(name: "Bo", email: "bo@northwind.example", roles: ["maintenance"]))
        }
        var options = DigestOptions()
        options.isPacking = true
        let digests = try await world.digests(options: options)
        let box = try #require(digests.files.first { $0.path.hasSuffix(".mbox") })
        let messages = digests.files.filter { $0.path.hasSuffix(".eml") }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).mbox")
        try Data(box.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import mailbox, re, sys\n"
                + "box = mailbox.mbox(sys.argv[1])\n"
                + "for key in box.keys():\n"
                + "    text = re.sub(rb'(?m)^>(>*From )', rb'\\1', box.get_bytes(key))\n"
                + "    sys.stdout.buffer.write(text + b'\\0')",
            file.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let found = read.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        let expected = messages.map { String(decoding: $0.bytes, as: UTF8.self).replacing("\r\n", with: "\n") }
        #expect(found.count == 2)
        #expect(
            found.map { $0.trimmingCharacters(in: .newlines) } == expected.map { $0.trimmingCharacters(in: .newlines) })
    }

    @Test func missingTemplatesAreNamed() {
        let error = #expect(throws: TemplateError.self) { try OverviewTemplates.compile([], in: "digests") }
        #expect(
            error?.diagnostics.map(\.place.file) == ["digests/overview.css", "digests/overview.html.mustache"])
    }

    private func gaps(of world: World) async throws -> ContentGaps {
        var options = DigestOptions()
        options.overview = try overviewTemplates()
        return try #require(try await world.digests(options: options).gaps)
    }

    private func overviewTemplates() throws -> OverviewTemplates {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../site-templates/digests").standardizedFileURL.path
        let files = try listFolder(folder).map { name in
            SourceFile(path: "digests/\(name)", name: name, bytes: try readFile("\(folder)/\(name)"))
        }
        return try OverviewTemplates.compile(files, in: "digests")
    }
}

extension World {
    /// A gate that one item passes.
    fileprivate static var lenient: World {
        World().with {
            $0.configuration.digest.gate.items = 1
            $0.configuration.digest.gate.kpiItems = 0
            $0.configuration.digest.gate.points = 0
        }
    }
}
