/// What one key of the snippets says for whom they are.
struct KeyIndex: Sendable {
    /// The snippets that ask for nothing.
    let open: IDs
    /// The snippets that ask for a value, among others that would do.
    private let asking: [String: IDs]

    /// - Parameter wanted: what each snippet asks for; nil where it does not have the key.
    init(_ wanted: [[String]?]) {
        open = IDs(of: wanted) { $0 == nil }
        var asking: [String: IDs] = [:]
        for (index, values) in wanted.enumerated() {
            for value in values ?? [] { asking[value, default: IDs()].insert(index) }
        }
        self.asking = asking
    }

    /// The values that some snippet asks for.
    var values: [String] { Array(asking.keys) }

    /// Those that ask for a value.
    func asking(for value: String) -> IDs { asking[value] ?? IDs() }

    /// Those that ask for one of some values at least.
    func asking(for values: some Sequence<String>) -> IDs {
        var result = IDs()
        for value in values { if let ids = asking[value] { result.formUnion(ids) } }
        return result
    }

    /// Those that ask for nothing, or for one of some values at least.
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
