/// Ids with their titles, in the order of the file.
package struct Vocabulary: Sendable, Hashable {
    package var ids: [String] = []
    package var titles: [String: String] = [:]

    package init(_ entries: [(id: String, title: String)] = []) {
        for entry in entries { add(entry.id, title: entry.title) }
    }

    package mutating func add(_ id: String, title: String) {
        if titles.updateValue(title, forKey: id) == nil { ids.append(id) }
    }

    package func contains(_ id: String) -> Bool { titles[id] != nil }

    /// The title of an id, or the id.
    package func title(_ id: String) -> String { titles[id] ?? id }
}
