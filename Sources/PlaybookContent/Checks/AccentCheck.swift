import PlaybookCore
import PlaybookModel

/// The findings about the accent colours in `playbook.yml` that cannot be read on the pages of a theme (WCAG 2.2,
/// 1.4.3: at least 4.5 to 1).
///
/// - Parameter styles: the theme's `site.css`. Its custom properties `--ground` and `--surface` are the background
///   colours by day and by night; without them nothing is checked.
package func checkAccent(_ site: Configuration.Site, styles: SourceFile) -> [Diagnostic] {
    guard let accent = site.accent, let places = site.accentPlaces else { return [] }
    let text = styles.text(0..<styles.bytes.count)
    let grounds = ["--ground", "--surface"].compactMap { colours(of: $0, in: text) }
    let sides = [
        ("light", accent.light, places.light, grounds.map(\.light)),
        ("dark", accent.dark, places.dark, grounds.map(\.dark)),
    ]
    return sides.compactMap { key, colour, place, grounds in
        // A value that is not a colour is reported when the settings are read.
        guard Colour(colour) != nil, let problem = Colour.problem(with: colour, on: grounds) else { return nil }
        return Diagnostic(.invalidValue, "`\(key)` \(problem.message)", at: place, help: problem.help)
    }
}

/// The colours of a custom property by day and by night, from `light-dark(#FFFFFF, #000000)` or from one colour for
/// both; nil if the property is not there.
private func colours(of property: String, in styles: String) -> (light: Colour, dark: Colour)? {
    guard let start = styles.firstRange(of: property + ":")?.upperBound else { return nil }
    let value = styles[start...].prefix { $0 != ";" && $0 != "}" }
    let found = value.matches(of: /#[0-9A-Fa-f]{6}\b/).compactMap { Colour(String($0.output)) }
    guard let light = found.first, let dark = found.last, found.count <= 2 else { return nil }
    return (light, dark)
}
