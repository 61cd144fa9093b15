/// The rules that can be set, explained and read about. Each target lists its own, because no target knows all others;
/// whoever sees several of them joins their lists.
package struct RuleRegistry: Sendable {
    /// All of them, by name.
    package let rules: [Rule]

    package init(_ rules: [Rule]) { self.rules = rules.sorted { $0.name.precedes($1.name) } }

    /// The rule with a name; nil if there is none.
    package func named(_ name: String) -> Rule? { rules.first { $0.name == name } }

    /// The name of a rule that was probably meant; nil where none is near.
    package func nearest(to name: String) -> String? { PlaybookCore.nearest(to: name, among: rules.map(\.name)) }
}
