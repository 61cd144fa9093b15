import PlaybookContent
import PlaybookCore
import TestSupport
import Testing

/// The company's own colour, on the pages of the theme that is used.
@Suite struct AccentTests {
    private func findings(_ styles: String, light: String = "#FFFF00", dark: String = "#6FC7C3") async -> [String] {
        let folder = MarkedFolder([
            "chapters/index.md": "# Home\n",
            "playbook.yml": "site: {accent: {light: \"\(light)\", dark: \"\(dark)\"}}\n",
        ])
        let loaded = await folder.load()
        #expect(loaded.diagnostics.isEmpty)
        let file = SourceFile(path: "site.css", name: "site.css", bytes: Array(styles.utf8))
        return checkAccent(loaded.configuration.site, styles: file).map { TextPrinter.short($0) }
    }

    @Test func itIsHeldAgainstTheGroundsOfTheTheme() async {
        let pale = ":root { --ground: light-dark(#FAF9F6, #14181A); --surface: light-dark(#FFFFFF, #1B2124); }"
        #expect(await findings(pale) == ["1:24 light"])
        #expect(await findings(pale, light: "#0A5C5D", dark: "#0A5C5D") == ["1:41 dark"])
        #expect(await findings(pale, light: "#0A5C5D").isEmpty)
        // The same accent on a theme that is dark by day too.
        #expect(await findings(":root { --ground: #14181A }").isEmpty)
        #expect(await findings(":root { --ground: light-dark(#14181A, #FFFFFF) }") == ["1:41 dark"])
        #expect(await findings("body { background: white }").isEmpty)
    }
}

extension TextPrinter {
    fileprivate static func short(_ diagnostic: Diagnostic) -> String {
        let start = diagnostic.place.range?.lowerBound ?? Position(line: 0, column: 0)
        return "\(start.line):\(start.column) \(diagnostic.message.split(separator: "`").first ?? "")"
    }
}
