/// The rules that can be set, explained and read about. Each target lists its own rules, because no target depends on
/// all the others. A target that depends on several of them joins their lists.
package struct RuleRegistry: Sendable {
    /// All rules, sorted by name.
    package let rules: [Rule]

    package init(_ rules: [Rule]) { self.rules = rules.sorted { $0.name.precedes($1.name) } }

    /// The rule with a name; nil if no rule has it.
    package func named(_ name: String) -> Rule? { rules.first { $0.name == name } }

    /// The name of a rule that was probably meant; nil if none is near.
    package func nearest(to name: String) -> String? { PlaybookCore.nearest(to: name, among: rules.map(\.name)) }
}
