/// A mapping that is built value by value.
struct MappingDraft {
    private var entries: [YAMLNode.Entry] = []

    /// Sets the value under a path of nested keys.
    mutating func set(_ path: ArraySlice<String>, _ value: YAMLNode) {
        guard let key = path.first else { return }
        guard path.count > 1 else {
            entries.append(YAMLNode.Entry(key: key, keySource: value.source, value: value))
            return
        }
        let index = entries.firstIndex { $0.key == key }
        var inner = MappingDraft()
        if let index { inner.entries = entries[index].value.entries }
        inner.set(path.dropFirst(), value)
        let node = inner.node(at: value.source)
        if let index {
            entries[index].value = node
        } else {
            entries.append(YAMLNode.Entry(key: key, keySource: value.source, value: node))
        }
    }

    func node(at source: Range<Int>) -> YAMLNode { YAMLNode(content: .mapping(entries), source: source) }
}
