import PlaybookCore
import Testing

@testable import PlaybookDigest

@Suite("What mail programs have")
struct ClientSupportTests {
    @Test(arguments: [
        ("display: flex", "Outlook would not show `display: flex`"),
        ("position: absolute", "Gmail and Outlook would not show `position: absolute`"),
        ("border-radius: 4px", "Outlook would not show `border-radius: 4px`"),
        ("font-size: 1rem", "Outlook would not show `font-size: 1rem`"),
        ("width: calc(100% - 8px)", "Outlook would not show `width: calc(100% - 8px)`"),
        ("color: var(--ink)", "Gmail and Outlook would not show `color: var(--ink)`"),
        ("color: rgba(0,0,0,1)", "Outlook would not show `color: rgba(0,0,0,1)`"),
        ("margin-inline: 4px", "there is no test of `margin-inline: 4px` in mail programs"),
        ("max-height: 0", "Outlook would not show `max-height: 0`"),
    ])
    func styles(_ declaration: String, _ message: String) {
        let error = #expect(throws: TemplateError.self) {
            try smallTemplates(styles: ".small { margin: 0; \(declaration); }\np { margin: 0; }\na { color: #0A5C5D; }")
        }
        #expect(error?.diagnostics.map(\.message) == [message])
        #expect(error?.diagnostics.first?.rule == .emailClientSupport)
        #expect(error?.diagnostics.first?.place.range?.lowerBound == Position(line: 1, column: 21))
    }

    @Test(arguments: [
        "padding: 4px 8px", "border-top: 1px solid #DDDAD2", "font-family: Arial, sans-serif", "display: block",
        "display: none", "color: #FFFFFF", "width: 100%", "line-height: 1.5", "margin-left: 8px",
    ])
    func stylesThatAllHave(_ declaration: String) throws {
        _ = try smallTemplates(styles: ".small { \(declaration); }\np { margin: 0; }\na { color: #0A5C5D; }")
    }

    @Test(arguments: [
        ("<section>x</section>", "Outlook would not show `<section>`"),
        ("<svg></svg>", "Gmail and Outlook would not show `<svg>`"),
        ("<form></form>", "Outlook would not show `<form>`"),
    ])
    func elements(_ html: String, _ message: String) {
        let error = #expect(throws: TemplateError.self) {
            try smallTemplates(html: "<style>p:hover > svg { display: flex }</style>\n<p>\(html)</p>")
        }
        #expect(error?.diagnostics.map(\.message) == [message])
        #expect(error?.diagnostics.first?.place.range?.lowerBound == Position(line: 2, column: 4))
    }
}
