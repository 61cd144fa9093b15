import PlaybookCore

/// One way of writing a name, and the conditions that a text must meet, besides having its letters, to mean that name.
struct NameForm: Sendable {
    /// What kind of thing is named.
    enum Kind: Int, Sendable, CaseIterable { case account, contact, domain }

    struct Parting: Sendable {
        var letters: Int
        var signs: [Unicode.Scalar]
    }

    /// The id of an account, or one of `NameForm.own`.
    var account: String
    /// The name, as messages show it.
    var name: String
    var kind: Kind
    /// True if each word must start with a capital, because plain words usually do not.
    var needsCapitals = false
    /// True for a short form of a customer's name.
    var isShort = false
    /// True if the form is not searched in addresses, whose words have neither capitals nor blanks.
    var isForTextOnly = false
    /// True if a form of address such as `Ms` or `Herr` must be before it.
    var needsTitle = false
    /// True if case and the breaks between words must be the same as in the name.
    var isExact = false
    /// The signs that must be between its words; nil if any are allowed.
    var signs: [Unicode.Scalar]?
    /// Except in an address, one of its `signs` must be between the first letters of the name, as many as `letters`,
    /// and the rest. Nil if no sign is needed.
    var parting: Parting?
    /// Whether each letter is a capital; empty unless it must be exact.
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

/// A way of writing a name that is ready for the tree. It depends only on the name, so entries can be made on all
/// cores.
struct NameEntry: Sendable {
    fileprivate let form: NameForm
    /// The letters, with a sign between words.
    fileprivate let path: [UInt32]

    /// Nil if there are no letters.
    init?(_ form: NameForm, _ words: [[FoldedText.Letter]]) {
        guard !words.isEmpty else { return nil }
        var form = form
        let count = words.reduce(0) { $0 + $1.count }
        var path: [UInt32] = []
        path.reserveCapacity(count + words.count - 1)
        for (index, word) in words.enumerated() {
            if index > 0 { path.append(NameTree.gap) }
            for letter in word {
                path.append(letter.folded)
                if form.isExact { form.capitals.append(letter.isUpper) }
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

    /// The next node, by a node and a letter. The two are in one number, which is hashed faster than two numbers.
    private var edges: [UInt64: Node] = [:]
    /// The forms that end at a node, by the number of their kind: thousands of people can share a last name, and most searches
    /// are not about people.
    private var ends = [[Node: [Int]]](repeating: [:], count: NameForm.Kind.allCases.count)
    /// Of each node the kinds of forms that end there, as bits: none do at most nodes.
    private var kindsAtEnd: [UInt8] = [0]
    private(set) var forms: [NameForm] = []
    let titles = NameForms.titles

    var root: Node { 0 }

    /// The letter that stands for the gap between two words of a name.
    fileprivate static var gap: UInt32 { 0x20 }

    /// Adds a way of writing.
    mutating func add(_ entry: NameEntry) {
        var node = root
        for letter in entry.path { node = child(of: node, making: letter) }
        kindsAtEnd[Int(node)] |= 1 << entry.form.kind.rawValue
        ends[entry.form.kind.rawValue][node, default: []].append(forms.count)
        forms.append(entry.form)
    }

    private mutating func child(of node: Node, making letter: UInt32) -> Node {
        let edge = Self.edge(node, letter)
        if let child = edges[edge] { return child }
        let child = Node(kindsAtEnd.count)
        edges[edge] = child
        kindsAtEnd.append(0)
        return child
    }

    private static func edge(_ node: Node, _ letter: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(letter) }

    func child(of node: Node, _ letter: UInt32) -> Node? { edges[Self.edge(node, letter)] }

    func nextWord(after node: Node) -> Node? { edges[Self.edge(node, Self.gap)] }

    /// The indexes of the forms of a kind that end at a node.
    func ends(at node: Node, of kind: NameForm.Kind) -> [Int] {
        kindsAtEnd[Int(node)] & 1 << kind.rawValue == 0 ? [] : ends[kind.rawValue][node] ?? []
    }
}
