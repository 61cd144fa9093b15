/// What the info string of a code block says after the language: a title, `title="playbook.yml"`, and the numbers of
/// lines to mark, `{2,4-6}`.
struct CodeInfo {
    var title: String?
    var lines: [ClosedRange<Int>] = []

    init() {}

    /// Anything that cannot be read is ignored, because other programs use words of their own there.
    init(_ info: ArraySlice<UInt8>) {
        // Most blocks name only their language, and searching for a pattern would take longer than the rest of the
        // block.
        guard info.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "{") }) else { return }
        let text = String(decoding: info, as: UTF8.self)
        if let match = text.firstMatch(of: Self.titlePattern) { title = String(match.output.1) }
        guard let match = text.firstMatch(of: Self.linesPattern) else { return }
        lines = match.output.1.split(separator: ",").compactMap { part in
            let ends = part.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first <= last else { return nil }
            return first...last
        }
    }

    private static var titlePattern: Regex<(Substring, Substring)> { /title="([^"]+)"/ }
    private static var linesPattern: Regex<(Substring, Substring)> { /\{([0-9,\-]+)\}/ }
}
