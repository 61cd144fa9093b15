import PlaybookCore
import PlaybookMarkup
import PlaybookModel
import Testing

@testable import PlaybookDigest

@Suite("Messages, as Python reads them")
struct MessageTests {
    @Test func headers() async throws {
        let mail = try await World.rich.read()
        #expect(
            mail.headers.map { $0[0] } == [
                "Date", "From", "Reply-To", "To", "Subject", "Message-ID", "List-Id", "List-Unsubscribe",
                "Auto-Submitted", "Content-Language", "MIME-Version", "Content-Type",
            ])
        #expect(mail.header("Date") == "Wed, 04 Nov 2026 09:00:00 +0100")
        #expect(mail.header("From") == "Helios Controls <digest@helios.example>")
        #expect(mail.header("Reply-To") == "voice@helios.example")
        #expect(mail.to == ["Ana Silva", "ana@northwind.example"])
        #expect(
            mail.header("Subject") == "Northwind Foods, November: nine days' warning on bearing failures, and 2 more")
        #expect(mail.header("List-Id") == "Helios Controls digest <digest.mail.helios.example>")
        #expect(mail.header("Auto-Submitted") == "auto-generated")
        #expect(mail.header("Content-Language") == "en")
        #expect(mail.types == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar"])
        let stop = try #require(mail.header("List-Unsubscribe"))
        #expect(stop.hasPrefix("<mailto:unsubscribe@helios.example?subject=stop-"))
    }

    @Test func oneClickOnlyWhereThereIsAnEndpoint() async throws {
        let mail = try await World.rich.with {
            $0.configuration.company?.unsubscribe.https = "https://helios.example/stop?list=digest"
        }.read()
        #expect(mail.header("List-Unsubscribe-Post") == "List-Unsubscribe=One-Click")
        let stop = try #require(mail.header("List-Unsubscribe"))
        #expect(stop.hasPrefix("<https://helios.example/stop?list=digest&token="))
        #expect(stop.contains(">, <mailto:unsubscribe@helios.example?subject="))
    }

    @Test func html() async throws {
        let html = try await World.rich.read().html
        for expected in [
            "<html lang=\"en\" dir=\"ltr\">",
            "<div style=\"margin:0;color:#57616A\" class=\"on-muted\">What alerts says",
            "<h1>Northwind Foods, November 2026 for Ana Silva from Helios Controls, 12 Werkstrasse,",
            "[Unplanned downtime, October 2026|9.1 h/month|1.2 h/month better than in September|target 6 h/month|off target|█▄▁]"
                + "[blank][blank]",
            "<q>Can the alerts be less noisy?</q> 12 October 2026: Nine days&#39; warning on bearing failures",
            "<i>You asked about this on 12 October 2026</i>",
            "<p style=\"margin:0 0 16px 0\">Hello Ana Silva, see <a\nhref=\"https://helios.example/trial?a=1&amp;b=2\""
                + "\nstyle=\"color:#0A5C5D\">the trial</a>.</p>",
            "<h3>Next</h3>", "(Source: Line 3 trial, Oct 2026)", "https://helios.example/book?for=Northwind%20Foods",
            "<i>For maintenance: unplanned downtime is 3.1 h/month over your target</i>", "20 November 2026, Online",
            "Priya Raman priya@helios.example",
            "your role at Northwind Foods is maintenance and operator: Helios Controls",
        ] {
            #expect(html.contains(expected), "\(expected) in \(html)")
        }
    }

    @Test func text() async throws {
        let text = try await World.rich.read().text
        for expected in [
            "Northwind Foods, November 2026\nWhat alerts says in one sentence.\n",
            "Unplanned downtime, October 2026: 9.1 h/month █▄▁\n",
            "1. Nine days' warning on bearing failures\n  You asked about this", "see the trial [1].",
            "- Book a slot [2]\n\n[1] https://helios.example/trial?a=1&b=2\n[2] https://helios.example/slot\n",
            "See it [3].\n\n[3] https://helios.example/tour\n",
        ] {
            #expect(text.contains(expected), "\(expected) in \(text)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 72 || !$0.contains(" ") })
    }

    /// A reply names the message and the item; a request to stop names the contact.
    @Test func tokens() async throws {
        let mail = try await World.rich.read()
        let id = try #require(mail.header("Message-ID")).dropFirst().prefix { $0 != "@" }.prefix(16)
        #expect(id.count == 16)
        for number in 1...3 { #expect(mail.html.contains("%5B\(id)-\(number)%5D")) }
        let prefix = "mailto:voice@helios.example?subject="
        #expect(mail.html.contains("\(prefix)Useful%20%5B\(id)-2%5D"))
        #expect(mail.html.contains("\(prefix)Not%20for%20us%20%5B\(id)-2%5D"))
        let stop = try #require(mail.header("List-Unsubscribe")).dropLast().suffix(24)
        let link = "mailto:unsubscribe@helios.example?subject=Stop%20the%20digest%20%5B\(stop)%5D"
        #expect(mail.html.contains("<a href=\"\(link)\">stop</a>"))
    }

    /// The id is new if the contents of the message differ, and the same on every run.
    @Test func messageID() async throws {
        let id = try await World.rich.read().header("Message-ID")
        #expect(try await World.rich.read().header("Message-ID") == id)
        let others = [
            World.rich.with { $0.snippet.revision = 2 },
            World.rich.with { $0.month = YearMonth(year: 2026, month: 12) },
            World.rich.with { $0.account.contacts[0].email = "ana.s@northwind.example" },
            World.rich.with { $0.others.removeLast() },
        ]
        for other in others { #expect(try await other.read().header("Message-ID") != id) }
    }

    @Test func internalTextStaysInside() async throws {
        let digests = try await World.rich.digests()
        for file in digests.files {
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("=\r\n", with: "")
            #expect(!text.contains("Margin") && !text.contains("INTERNAL"))
        }
        // A value that looks like a marker or like markup stays text.
        let mail = try await World.rich.with {
            $0.account.contacts[0].name = "[!INTERNAL] <b>Ana</b> {{account.name}} *x*"
        }.read()
        #expect(mail.html.contains("Hello [!INTERNAL] &lt;b&gt;Ana&lt;/b&gt; {{account.name}} *x*, see"))
    }

    @Test(arguments: [
        "Ana Silva", "", "Ålesund Müller", "محمد بن سلمان", "משה כהן", "山田太郎", "O'Brien, \"Pat\" (IT) <x@y>",
        "a@b.example",
        "A. B", "=?utf-8?B?eA==?=", "  two  blanks  ", "back\\slash", "tab\tstop", "👩‍👩‍👧‍👦 family", "e\u{301}",
        String(repeating: "Maximiliana ", count: 25), String(repeating: "x", count: 300),
        String(repeating: "ü", count: 300), "z" + String(repeating: "\u{301}", count: 100), "semi;colon: comma,",
    ])
    func hostileNames(_ name: String) async throws {
        let mail = try await World.rich.with {
            $0.account.contacts[0].name = name
            $0.account.name = name.isEmpty ? "X" : name
            $0.configuration.company?.name = name
            $0.configuration.company?.from.name = name
            // Without a name, the first item cannot greet the reader.
            $0.snippet.setBody("Hello.")
        }.read()
        func bytes(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }
        #expect(bytes(mail.to[0]) == bytes(name))
        #expect(mail.to[1] == "ana@northwind.example")
        let account = name.isEmpty ? "X" : name
        #expect(
            bytes(mail.header("Subject"))
                == bytes("\(account), November: nine days' warning on bearing failures, and 2 more"))
    }

    @Test(arguments: [
        "Ana\nBcc: all@x.example", "Ana\r\nBcc: all@x.example", "Ana\r", "\n", "Ana\u{2028}x", "Ana\u{85}x",
        "Ana\u{0B}x",
    ])
    func lineBreaksAreRefused(_ name: String) async throws {
        let worlds = [
            World.rich.with { $0.account.contacts[0].name = name },
            World.rich.with { $0.account.contacts[0].email = "\(name)@northwind.example" },
            World.rich.with { $0.account.name = name },
            World.rich.with { $0.snippet.title = name },
            World.rich.with { $0.configuration.company?.name = name },
            World.rich.with { $0.configuration.company?.from.name = name },
            World.rich.with { $0.configuration.company?.from.email = name },
            World.rich.with { $0.configuration.company?.replyTo = name },
            World.rich.with { $0.configuration.company?.unsubscribe.mailto = name },
        ]
        for world in worlds {
            let digests = try await world.digests()
            #expect(digests.diagnostics.map(\.rule) == [.lineBreakInHeader])
            #expect(!digests.files.contains { $0.path.hasSuffix(".eml") })
        }
    }

    @Test(arguments: [
        "ana", "ana@", "@x", "a b@x", "a@b@c", "ana@x>", "ana@x,b@y", "ana..s@x", "\"a b\"@x", "anä@x.example",
        "=?utf-8?Q?x?=@x.example",
        "ana@" + String(repeating: "x", count: 300),
    ])
    func addressesThatMailCannotCarry(_ address: String) async throws {
        let digests = try await World.rich.with { $0.account.contacts[0].email = address }.digests()
        #expect(digests.diagnostics.map(\.rule) == [.invalidHeaderValue])
        #expect(digests.messageCount == 0)
    }
}
