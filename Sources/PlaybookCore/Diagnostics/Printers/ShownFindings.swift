/// Chooses which of many findings are shown to people: each finding once per file, and only the first few of each rule.
struct ShownFindings {
    /// The indices of the findings that are shown.
    private(set) var indices: Set<Int> = []
    /// The other places of each shown finding, by the index of the finding.
    private(set) var repeats: [Int: [Place]] = [:]
    /// How many findings of each rule are not shown, and in which files they are.
    private var hidden: [String: (count: Int, files: Set<String>)] = [:]

    private struct Key: Hashable {
        let file: String
        let rule: String
        let message: String
        let help: String?
    }

    init(of diagnostics: [Diagnostic], limit: Int) {
        var first: [Key: Int] = [:]
        var counts: [String: Int] = [:]
        for (index, diagnostic) in diagnostics.enumerated() {
            let (file, rule) = (diagnostic.place.file, diagnostic.rule.name)
            let key = Key(file: file, rule: rule, message: diagnostic.message, help: diagnostic.help)
            // Notes belong to one place, so a finding with notes is shown by itself.
            if diagnostic.notes.isEmpty, diagnostic.place.range != nil {
                if let earlier = first[key], indices.contains(earlier) {
                    repeats[earlier, default: []].append(diagnostic.place)
                    continue
                }
                first[key] = index
            }
            counts[rule, default: 0] += 1
            if counts[rule, default: 0] <= limit {
                indices.insert(index)
            } else {
                hidden[rule, default: (0, [])].count += 1
                hidden[rule, default: (0, [])].files.insert(file)
            }
        }
    }

    /// A line for each rule with findings that are not shown, and then an empty line. Empty if all findings are shown.
    var report: String {
        let lines = hidden.sorted { $0.key.precedes($1.key) }.map { rule, hidden in
            let files = hidden.files.count == 1 ? "1 file" : "\(hidden.files.count) files"
            return "… and \(hidden.count) more [\(rule)] in \(files); `playbook check --all` shows them\n"
        }
        return lines.joined() + (lines.isEmpty ? "" : "\n")
    }
}
