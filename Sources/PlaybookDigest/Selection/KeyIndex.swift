/// An index of the snippets by one of the keys that say whom they are for.
struct KeyIndex: Sendable {
    /// The snippets without the key, which are for everybody.
    let open: IDs
    /// The snippets that name a value. A snippet that names several needs only one of them.
    private let asking: [String: IDs]

    /// - Parameter wanted: the values that each snippet names; nil if it does not have the key.
    init(_ wanted: [[String]?]) {
        open = IDs(of: wanted) { $0 == nil }
        var asking: [String: IDs] = [:]
        for (index, values) in wanted.enumerated() {
            for value in values ?? [] { asking[value, default: IDs()].insert(index) }
        }
        self.asking = asking
    }

    /// The values that at least one snippet names.
    var values: [String] { Array(asking.keys) }

    /// The snippets that name a value.
    func asking(for value: String) -> IDs { asking[value] ?? IDs() }

    /// The snippets that name at least one of some values.
    func asking(for values: some Sequence<String>) -> IDs {
        var result = IDs()
        for value in values { if let ids = asking[value] { result.formUnion(ids) } }
        return result
    }

    /// The snippets without the key, and those that name at least one of some values.
    func admitting(_ values: some Sequence<String>) -> IDs {
        var result = open
        for value in values { if let ids = asking[value] { result.formUnion(ids) } }
        return result
    }

    func admitting(_ value: String?) -> IDs {
        guard let value, let ids = asking[value] else { return open }
        var result = open
        result.formUnion(ids)
        return result
    }
}
