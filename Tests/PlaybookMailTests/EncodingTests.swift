import Foundation
import PlaybookCore
import Testing

@testable import PlaybookMail

@Suite("Headers, dates and quoted-printable")
struct EncodingTests {
    @Test(arguments: [
        ("a=b", "a=3Db"), ("é", "=C3=A9"), ("a \nb", "a=20\r\nb"), ("a\t", "a=09"), ("a b\tc", "a b\tc"),
        ("a\r\nb\rc\nd", "a\r\nb\r\nc\r\nd"), (".\n..x", "=2E\r\n=2E.x"),
        ("From x\nFrom\nxFrom ", "=46rom x\r\nFrom\r\nxFrom=20"),
        ("\u{0}\u{7F}", "=00=7F"), ("", ""),
    ])
    func quotedPrintableText(_ text: String, _ expected: String) {
        #expect(String(decoding: quotedPrintable(Array(text.utf8)), as: UTF8.self) == expected)
    }

    /// Lines of every length around the limit, of every kind of character at their end.
    @Test func lineLengths() {
        for length in 70...160 {
            for last in ["x", "é", " ", "=", ".", "From y", "👍"] {
                let text = String(repeating: "x", count: length) + last + "\n" + String(repeating: "é ", count: length)
                let encoded = quotedPrintable(Array(text.utf8))
                let lines = String(decoding: encoded, as: UTF8.self).split(separator: "\r\n")
                #expect(lines.allSatisfy { $0.utf8.count <= 76 })
                #expect(decoded(encoded) == text.replacing("\n", with: "\r\n"))
            }
        }
    }

    private func quotedPrintable(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.appendQuotedPrintable(text)
        return output
    }

    @Test func oneLineOf76NeedsNoSoftBreak() {
        let line = String(repeating: "x", count: 76)
        #expect(quotedPrintable(Array(line.utf8)) == Array(line.utf8))
        #expect(quotedPrintable(Array((line + "x").utf8)).count == 80)
    }

    @Test(arguments: ["ü", "👩‍👩‍👧‍👦", "漢", "z" + String(repeating: "\u{301}", count: 90)])
    func encodedWordsAreShortAndWhole(_ character: String) {
        for count in 1...40 {
            let words = encodedWords(String(repeating: character, count: count))
            #expect(words.allSatisfy { $0.utf8.count <= 75 })
            for word in words {
                let text = word.dropFirst(10).dropLast(2).replacing("=", with: "%").removingPercentEncoding
                #expect(text != nil, "a word holds whole characters: \(word)")
            }
        }
    }

    @Test func foldingNeverLosesABlank() throws {
        let subject = (1...60).map { "word\($0)" }.joined(separator: " ")
        let lines = try HeaderField("Subject", text: subject).line.dropLast(1)
            .split(separator: "\r\n")
        #expect(lines.count > 4)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines.joined() == "Subject: \(subject)")
    }

    @Test func aTokenThatNoLineTakesIsRefused() {
        #expect(throws: HeaderProblem.self) { try HeaderField("X", tokens: [String(repeating: "x", count: 990)]) }
        #expect(throws: HeaderProblem.self) { try HeaderField("X", tokens: ["ü"]) }
    }

    @Test(arguments: [
        ("2026-11-04", 9, "Europe/Berlin", "Wed, 04 Nov 2026 09:00:00 +0100"),
        ("2026-07-03", 9, "Europe/Berlin", "Fri, 03 Jul 2026 09:00:00 +0200"),
        ("2026-11-04", 0, "America/St_Johns", "Wed, 04 Nov 2026 00:00:00 -0330"),
        ("2026-11-04", 23, "Asia/Kathmandu", "Wed, 04 Nov 2026 23:00:00 +0545"),
        ("2026-11-04", 9, "UTC", "Wed, 04 Nov 2026 09:00:00 +0000"),
        ("2026-03-29", 1, "Europe/Berlin", "Sun, 29 Mar 2026 01:00:00 +0100"),
        ("2026-03-29", 2, "Europe/Berlin", "Sun, 29 Mar 2026 03:00:00 +0200"),
        ("2026-03-29", 3, "Europe/Berlin", "Sun, 29 Mar 2026 03:00:00 +0200"),
        ("2026-10-25", 3, "Europe/Berlin", "Sun, 25 Oct 2026 03:00:00 +0100"),
        ("2026-01-01", 9, "Pacific/Kiritimati", "Thu, 01 Jan 2026 09:00:00 +1400"),
    ])
    func dates(_ day: String, _ hour: Int, _ zone: String, _ expected: String) throws {
        #expect(
            mailDate(try #require(CalendarDate(day)), hour: hour, in: try #require(TimeZone(identifier: zone)))
                == expected)
    }

    private func decoded(_ encoded: [UInt8]) -> String {
        var bytes: [UInt8] = []
        var index = 0
        while index < encoded.count {
            if encoded[index] != UInt8(ascii: "=") {
                bytes.append(encoded[index])
                index += 1
                continue
            }
            let digits = String(decoding: encoded[(index + 1)..<(index + 3)], as: UTF8.self)
            if let byte = UInt8(digits, radix: 16) { bytes.append(byte) }
            index += 3
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
