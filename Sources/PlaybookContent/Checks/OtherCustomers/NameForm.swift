import PlaybookCore

/// One way of writing a name, and what a text must have, besides its letters, to mean that name.
struct NameForm: Sendable {
    /// What kind of thing is named.
    enum Kind: Sendable { case account, contact, domain }

    struct Parting: Sendable {
        var letters: Int
        var signs: [Unicode.Scalar]
    }

    /// The id of an account, or one of `NameForm.own`.
    var account: String
    /// As messages show it.
    var name: String
    var kind: Kind
    /// True where each word must start with a capital, because plain words mostly do not.
    var needsCapitals = false
    /// True for a short form of a customer's name.
    var isShort = false
    /// True where it means nothing in an address, whose words have neither capitals nor blanks.
    var isForTextOnly = false
    /// True where a form of address such as `Ms` or `Herr` must stand before it.
    var needsTitle = false
    /// True where case and the breaks between words must be those of the name.
    var isExact = false
    /// The signs that must be between its words; nil where any may.
    var signs: [Unicode.Scalar]?
    /// Except in an address, one of these signs must be between its first letters, up to a number, and the rest.
    var parting: Parting?
    /// For each letter whether it is a capital, where that matters.
    fileprivate(set) var capitals: [Bool] = []
    /// The number of its letters.
    fileprivate(set) var count = 0
    /// The number of its words.
    fileprivate(set) var wordCount = 0

    init(_ name: String, of account: String, _ kind: Kind) {
        self.account = account
        self.name = name
        self.kind = kind
    }
}

/// A way of writing a name on its way into the tree: what was worked out of the name alone, on whichever core.
struct NameEntry: Sendable {
    fileprivate let form: NameForm
    /// The letters, with a sign between words.
    fileprivate let path: [UInt32]

    /// Nil without letters.
    init?(_ form: NameForm, _ words: [[FoldedText.Letter]]) {
        guard !words.isEmpty else { return nil }
        var form = form
        let count = words.reduce(0) { $0 + $1.count }
        var path: [UInt32] = []
        path.reserveCapacity(count + words.count - 1)
        form.capitals.reserveCapacity(count)
        for (index, word) in words.enumerated() {
            if index > 0 { path.append(NameTree.gap) }
            for letter in word {
                path.append(letter.folded)
                form.capitals.append(letter.isUpper)
            }
        }
        form.count = count
        form.wordCount = words.count
        self.form = form
        self.path = path
    }
}

/// Ways of writing names, by their letters: a tree of letters, with a sign between words.
struct NameTree: Sendable {
    typealias Node = Int32

    /// By a node and a letter in one number, which is hashed faster than two.
    private var edges: [UInt64: Node] = [:]
    /// Apart by kind, because thousands of people can have one last name, which most searches are not about.
    private var ends: [NameForm.Kind: [Node: [Int]]] = [:]
    private var nodeCount: Node = 1
    private(set) var forms: [NameForm] = []
    let titles = NameForms.titles

    var root: Node { 0 }

    /// What stands between two words of a name.
    fileprivate static var gap: UInt32 { 0x20 }

    /// Adds a way of writing.
    mutating func add(_ entry: NameEntry) {
        var node = root
        for letter in entry.path { node = child(of: node, making: letter) }
        ends[entry.form.kind, default: [:]][node, default: []].append(forms.count)
        forms.append(entry.form)
    }

    private mutating func child(of node: Node, making letter: UInt32) -> Node {
        let edge = Self.edge(node, letter)
        if let child = edges[edge] { return child }
        edges[edge] = nodeCount
        nodeCount += 1
        return nodeCount - 1
    }

    private static func edge(_ node: Node, _ letter: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(letter) }

    func child(of node: Node, _ letter: UInt32) -> Node? { edges[Self.edge(node, letter)] }

    func nextWord(after node: Node) -> Node? { edges[Self.edge(node, Self.gap)] }

    /// The indexes of the forms of a kind that end at a node.
    func ends(at node: Node, of kind: NameForm.Kind) -> [Int] { ends[kind]?[node] ?? [] }
}
