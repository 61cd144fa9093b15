import Mustache
import PlaybookCore

/// HTML as the engine's content type, with our escaping. The engine's own compares Characters, and to those a `<` with a mark behind it
/// is no `<`: a value could open a tag.
struct BytewiseHTML: MustacheContentType {
    /// What templates call it; the engine finds content types by name.
    static let name = "BYTEWISE_HTML"

    func escapeText(_ text: String) -> String { htmlEscaped(text) }

    /// Makes the type known to the engine, which keeps a table of them for the whole program. Doing it again changes nothing.
    static func register() { MustacheContentTypes.register(BytewiseHTML(), named: name) }
}
