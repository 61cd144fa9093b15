/// An operational indicator that a customer steers by.
package struct KPI: Sendable, Hashable {
    package enum Direction: String, Sendable, CaseIterable { case higher, lower }

    package var id: String
    package var title: String
    package var unit: String
    package var better: Direction
    /// Other words for it in texts, such as `downtime`.
    package var words: [String]

    package init(id: String, title: String, unit: String, better: Direction, words: [String] = []) {
        self.id = id
        self.title = title
        self.unit = unit
        self.better = better
        self.words = words
    }
}
