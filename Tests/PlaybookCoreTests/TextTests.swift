import PlaybookCore
import Testing

@Suite struct TextTests {
    @Test(arguments: [
        ("Hello, World", "hello-world"), ("C++ & C#", "c--c"), ("Größe prüfen", "größe-prüfen"),
        ("日本語 text", "日本語-text"),
        ("a_b-c", "a_b-c"), ("What's new?", "whats-new"), ("  two  spaces ", "--two--spaces-"), ("😀 smile", "-smile"),
        ("⚙️ Setup", "-setup"),
        ("1️⃣ Step", "1-step"), ("葛󠄀 a", "葛-a"),
    ])
    func slugsAreThoseOfTheCodeHosts(_ text: String, _ expected: String) { #expect(slug(text) == expected) }

    @Test func repeatedSlugsAreNumbered() {
        var counter = SlugCounter()
        let slugs = ["a", "a", "a-1", "a", "b"].map { counter.unique($0) }
        #expect(slugs == ["a", "a-1", "a-1-1", "a-2", "b"])
    }

    @Test(arguments: [
        ("9.1", "9.1"), ("-0.50", "-0.5"), ("85", "85"), ("0.000001", "0.000001"), ("+3", "3"), ("100.0", "100"),
    ])
    func decimalsAreExact(_ text: String, _ expected: String) { #expect(Decimal6(text)?.description == expected) }

    @Test(arguments: ["", ".", "1.", ".5", "1e3", "1,5", "0.1234567", "--1", "1234567890123", "½"])
    func whatIsNoDecimalIsNone(_ text: String) { #expect(Decimal6(text) == nil) }

    @Test func theNearestWordIsNear() {
        let roles = ["operator", "maintenance", "it-ot", "executive"]
        #expect(nearest(to: "maintainance", among: roles) == "maintenance")
        #expect(nearest(to: "opreator", among: roles) == "operator")
        #expect(nearest(to: "finance", among: roles) == nil)
        #expect(nearest(to: "", among: roles) == nil)
    }

    @Test(arguments: [
        ("inactive", "active"), ("active", "inactive"), ("subscribed", "unsubscribed"), ("unsubscribd", "subscribed"),
        ("actve", "inactive"), ("inactve", "active"), ("unanswered", "answered"), ("illegal", "legal"),
        ("impossible", "possible"), ("irregular", "regular"), ("non-smoker", "smoker"), ("nonsmoker", "smoker"),
        ("no-reply", "reply"), ("deactivated", "activated"), ("disabled", "abled"), ("not-approved", "approved"),
        ("unaktiv", "aktiv"), ("nicht-aktiv", "aktiv"), ("nichtaktiv", "aktiv"), ("alarm-unanswered", "alarm-answered"),
        ("account-not-active-now", "account-active-now"), ("Inactive", "active"), ("ohne-rabatt", "rabatt"),
    ])
    func aWordIsNeverTakenForItsOpposite(_ word: String, _ opposite: String) {
        #expect(nearest(to: word, among: [opposite]) == nil)
        #expect(certain(for: word, among: [opposite]) == nil)
        #expect(nearest(to: opposite, among: [word]) == nil)
    }

    @Test(arguments: [
        ("indutsrial", "industrial"), ("deisgn", "design"), ("uninstal", "uninstall"), ("noperator", "operator"),
        ("unsubscribd", "unsubscribed"), ("inactve", "inactive"), ("distrbution", "distribution"),
        ("innovatoin", "innovation"),
    ])
    func aMistypedWordThatBeginsLikeANegationIsStillKnown(_ word: String, _ meant: String) {
        #expect(nearest(to: word, among: [meant, "maintenance"]) == meant)
    }

    @Test func lettersThatIgnoreCaseFoldToTheSameInAnyCase() throws {
        let folding = Folding()
        func letters(_ text: String) -> [UInt32] {
            text.unicodeScalars.flatMap {
                if case .letters(let letters) = folding.fold($0) { letters } else { [UInt32]() }
            }
        }
        for scalar in Folding.tabled.compactMap({ Unicode.Scalar($0) }) where folding.ignoresCase(scalar) {
            let text = String(scalar)
            #expect(letters(text.uppercased()) == letters(text) && letters(text.lowercased()) == letters(text))
        }
        for scalar in "aZ1äÖßŚłÿ".unicodeScalars { #expect(folding.ignoresCase(scalar)) }
        #expect(!folding.ignoresCase("\u{149}") && !folding.ignoresCase("\u{3B1}"))
    }

    @Test func linesAreWrappedByWhatTheyTakeOnTheScreen() {
        #expect(wrapped("one two three", to: 7) == ["one two", "three"])
        #expect(wrapped("日本語 日本語 日本", to: 13) == ["日本語 日本語", "日本"])
        #expect(wrapped("a https://example.example/long b", to: 10) == ["a", "https://example.example/long", "b"])
        #expect("👩‍🔧".displayWidth == 2)
        #expect("e\u{301}".displayWidth == 1)
    }

    @Test(arguments: ["", "\u{FEFF}"]) func columnsOfLongLinesAreExact(_ mark: String) {
        let text =
            mark + String(repeating: "añ😀b ", count: 3_000) + "\r\n" + String(repeating: "ö", count: 5_000) + "\nx"
        let file = SourceFile(path: "f", name: "f", bytes: Array(text.utf8))
        var (line, column) = (1, 1)
        for (offset, byte) in file.bytes.enumerated() where byte & 0xC0 != 0x80 && offset >= mark.utf8.count {
            if offset % 97 < 7 || column < 3 {
                let place = file.place(offset..<offset)
                #expect(place.range?.lowerBound == Position(line: line, column: column))
                let shown = Array((place.excerpt ?? "").unicodeScalars)
                let index = column - place.excerptColumn
                let isEnd = byte == .lineFeed || byte == .carriageReturn
                #expect(isEnd || file.text(offset..<file.bytes.count).unicodeScalars.first == shown[index])
            }
            (line, column) = byte == .lineFeed ? (line + 1, 1) : (line, column + 1)
        }
    }

    @Test func positionsCountCodePointsAndAllLineEndings() {
        let file = SourceFile(path: "f", name: "f", bytes: Array("\u{FEFF}añb\r\nsecond\rthird\n".utf8))
        func position(_ offset: Int) -> Position? { file.place(offset..<offset).range?.lowerBound }
        #expect(position(3) == Position(line: 1, column: 1))
        #expect(position(6) == Position(line: 1, column: 3))
        #expect(position(9) == Position(line: 2, column: 1))
        #expect(position(16) == Position(line: 3, column: 1))
        #expect(file.place(9..<12).excerpt == "second")
    }
}
