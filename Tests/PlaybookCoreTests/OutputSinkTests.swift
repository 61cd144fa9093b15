import PlaybookCore
import TestSupport
import Testing

/// The sinks that receive files as they are made.
@Suite struct OutputSinkTests {
    @Test func filesAreKeptInTheOrderOfTheirPaths() async {
        let sink = MemoryOutput()
        await withTaskGroup(of: Void.self) { group in
            for number in (0..<100).reversed() {
                group.addTask { sink.write(OutputFile(path: "\(number + 100)", text: "\(number)")) }
            }
        }
        #expect(sink.files.map(\.path) == (100..<200).map { "\($0)" })
    }

    @Test func piecesAreOneFile() throws {
        let (memory, sums) = (MemoryOutput(), ChecksumOutput())
        for sink in [memory, sums] as [any OutputSink] {
            try sink.write("a", pieces: [Array("x".utf8), [], Array("yz".utf8)])
        }
        #expect(memory.files == [OutputFile(path: "a", text: "xyz")])
        #expect(sums.sums == ["a": sha256(Array("xyz".utf8))])
    }

    /// Working on parts gives the same results as working on each element, in order.
    @Test(arguments: [0, 1, 2, 63, 64, 65, 1_000])
    func partsAreInOrder(_ count: Int) async {
        let numbers = Array(0..<count)
        let parts = await numbers.concurrentParts { Array($0) }
        #expect(parts.flatMap(\.self) == numbers && parts.count <= 64)
    }

    /// Lines of Latin letters are counted by bytes and other lines by characters. Both are wrapped in the same way.
    @Test(arguments: [
        "one two  three\nfour", "", " a ", "Müller & Söhne über Łódź und Ťažký", "a\u{AD}b c\u{85}d",
        "漢字 and 👍 e\u{301}",
        "\r\nx y\r\n", "\u{300} x", "\u{2FF}\u{2FE} \u{B7}", "a\n\nb\n",
    ])
    func wrappingGoesByColumns(_ text: String) {
        for width in 1...12 {
            var expected: [String] = []
            for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
                var line: [Substring] = []
                func columns(_ words: [Substring]) -> Int {
                    words.reduce(max(0, words.count - 1)) { $0 + $1.reduce(0) { $0 + $1.displayWidth } }
                }
                for word in paragraph.split(separator: " ") {
                    if !line.isEmpty, columns(line + [word]) > width {
                        expected.append(line.joined(separator: " "))
                        line = []
                    }
                    line.append(word)
                }
                expected.append(line.joined(separator: " "))
            }
            #expect(wrapped(text, to: width) == expected)
            let bytes = wrapped(Array(text.utf8)[...], to: width, indentation: 2)
            #expect(String(decoding: bytes, as: UTF8.self) == expected.map { "  " + $0 }.joined(separator: "\n"))
        }
        #expect(text.displayWidth == text.reduce(0) { $0 + $1.displayWidth })
    }
}
