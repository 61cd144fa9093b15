import PlaybookCore
import PlaybookModel
import Testing

@testable import PlaybookDigest

/// A message's HTML part as a page of its own.
@Suite struct PreviewPageTests {
    private static let policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        + "img-src https: data:; base-uri 'none'; form-action 'none'\">"

    @Test(arguments: [
        ("<!doctype html>\n<html><head>\n<title>a</title>", "<!doctype html>\n<html><head>|\n<title>a</title>"),
        ("<HTML><HEAD lang=\"en\"><p>", "<HTML><HEAD lang=\"en\">|<p>"), ("<header><p>", "|<header><p>"),
        ("<!doctype html><html lang=\"en\"><title>a", "<!doctype html><html lang=\"en\">|<title>a"),
        ("<!DOCTYPE html>\n<p>a", "<!DOCTYPE html>|\n<p>a"), ("<p>a", "|<p>a"), ("", "|"),
    ])
    func thePolicyStandsFirstInTheHead(_ html: String, _ expected: String) {
        let page = String(decoding: previewPage(Array(html.utf8)), as: UTF8.self)
        #expect(page == expected.replacing("|", with: "\n" + Self.policy))
    }

    @Test func theFileHasItAndTheMailHasNot() async throws {
        let digests = try await World.rich.digests()
        let page = try #require(digests.files.first { $0.path.hasSuffix(".html") })
        #expect(String(decoding: page.bytes, as: UTF8.self).contains(Self.policy))
        #expect(try await !World.rich.read().html.contains("Content-Security-Policy"))
    }

    /// Templates escape a sign even if it forms one Character with its neighbour.
    @Test func noValueBecomesATag() async throws {
        let hostile = "\u{D4E}<img src=x \u{D4E}>\"\u{301} onx=1 \u{D4E}&"
        let mail = try await World.rich.with {
            $0.account.name = hostile
            $0.account.contacts[0].name = hostile
            $0.snippet.title = hostile
            $0.snippet.action.label = hostile
            $0.configuration.company?.name = hostile
        }.read()
        #expect(!mail.html.utf8.split(separator: UInt8(ascii: "<")).contains { $0.starts(with: "img".utf8) })
        let escaped = "\u{D4E}&lt;img src=x \u{D4E}&gt;&quot;\u{301} onx=1 \u{D4E}&amp;"
        let bytes = Array(mail.html.utf8)
        let needle = Array(escaped.utf8)
        #expect(bytes.indices.contains { bytes[$0...].starts(with: needle) })
    }
}
