import PlaybookCore

extension Rule {
    static let unknownKey = Rule(
        "unknown-key",
        "A key that this kind of file does not have. Lowering the rule is for chapters that come from another generator: elsewhere it stays an error.",
        canBeLowered: true,
        why: "It has no effect, so what its author meant does not happen.",
        example: "kpi: [oee]",
        instead: "kpis: [oee]")
}

extension ShapeCheck {
    /// Reports a key that is not one of the fields.
    ///
    /// - Parameter free: the known keys that the mapping does not have. A key that a fix writes is removed from them.
    /// - Returns: the key that was probably meant; nil if none is near.
    mutating func reportUnknown(
        _ entry: YAMLNode.Entry, beside given: Set<String>, _ fields: [Field], _ free: inout [String], isTop: Bool
    ) -> String? {
        // In chapters a team may lower this rule, but a key that kept a page from readers must not be ignored.
        var severity: Severity? = isChapter ? nil : .error
        let near = suggestion(for: entry.key, among: fields.map(\.name))
        var help = helpForNoBreakSpaces(entry.key) ?? Diagnostic.help(didYouMean: near)
        var fix = correction(of: entry.key, among: free, at: entry.keySource, in: file)
        if isChapter, isTop, let foreign = ForeignKey(entry, beside: given, in: file) {
            help = foreign.help
            fix = foreign.correction.flatMap { free.contains($0.key) ? $0.fix : nil }
            if let key = foreign.correction?.key { free.removeAll { $0 == key } }
            if foreign.hidesPage { severity = .error }
        }
        report(
            .unknownKey, "unknown key `\(entry.key)`", at: entry.keySource,
            help: help ?? "keys here are \(fields.map { "`\($0.name)`" }.joined(separator: ", "))", fix: fix,
            severity: severity)
        return near
    }
}
