import PlaybookContent
import TestSupport
import Testing

/// The address for one-click unsubscribing, which is in a header of each message.
@Suite struct HeaderAddressTests {
    private static let long = "https://helios.example/" + String(repeating: "a", count: 778)

    @Test(arguments: [
        ("«invalid-value»\"http://helios.example/stop\"«»", "start it with https:// and the name of the server"),
        ("«invalid-value»\"https:///stop\"«»", "start it with https:// and the name of the server"),
        ("«invalid-value»\"https://helios.example/stop,all\"«»", "write `%2C`"),
        ("«invalid-value»\"https://helios.example/<stop>\"«»", "write `%3C`"),
        ("«invalid-value»\"https://helios.example/größe\"«»", "write `%C3%B6`"),
        ("«invalid-value»\"https://helios.example/a b\"«»", "write `%20`"),
        ("«invalid-value»\"\(long)\"«»", "use one of at most 800"),
        ("\"https://helios.example/stop?list=1&x=%C3%B6[1]\"", nil),
        (String(long.dropLast()), nil),
        ("null", nil),
    ])
    func whatCannotStandInAHeaderIsFound(_ address: String, _ help: String?) async {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n",
            "playbook.yml": playbook.replacing(
                "{mailto: unsubscribe@helios.example}", with: "{mailto: unsubscribe@helios.example, https: \(address)}"),
        ])
        let loaded = await folder.load()
        #expect(folder.found(loaded) == folder.marks)
        #expect(loaded.diagnostics.first?.help == help)
    }
}
