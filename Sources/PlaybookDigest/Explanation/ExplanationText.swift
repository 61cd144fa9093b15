import PlaybookCore
import PlaybookModel

/// Why each contact of an account gets, or does not get, each snippet, as text for people. It ends in a line feed.
///
/// - Parameters:
///   - library: the library that the selection was made from.
///   - email: the address of the only contact to explain; nil for all.
///   - width: the most columns of a line, unless a word is wider; at least 40.
package func explanationText(
    _ selection: AccountSelection, library: Library, contact email: String? = nil, width: Int = 100
) -> String {
    let writer = ExplanationWriter(selection: selection, library: library, width: max(40, width))
    var lines = writer.head()
    for contact in selection.contacts where email == nil || contact.contact.email == email {
        lines.append("")
        lines += writer.contact(contact)
    }
    return lines.joined(separator: "\n") + "\n"
}

private struct ExplanationWriter {
    let selection: AccountSelection
    let library: Library
    let width: Int

    func head() -> [String] {
        let slot = selection.slot.map { ", slot \($0)" } ?? ", no business day"
        var status = selection.status.rawValue.replacing("_", with: " ")
        if let hold = selection.hold { status += " (\(hold.rawValue) hold)" }
        let title = "\(selection.account.name) (\(selection.account.id)), \(selection.month)\(slot): \(status)"
        return indented(title, by: 0, then: 4)
    }

    func contact(_ contact: ContactSelection) -> [String] {
        let roles = contact.contact.roles.isEmpty ? "" : ", " + contact.contact.roles.joined(separator: ", ")
        let person = "\(contact.contact.name) <\(contact.contact.email)>\(roles)"
        var lines = indented(person, by: 2, then: 6)
        lines += indented(contact.explanation + gate(contact) + timing(contact), by: 4, then: 8)
        lines += table(contact)
        for reason in Reason.allCases {
            let filtered = contact.candidates.filter { $0.verdict == .filtered && $0.reason == reason }
            guard !filtered.isEmpty else { continue }
            lines += indented(
                "\(reason.rawValue) (\(reason.explanation)): "
                    + filtered.map { library.snippets[$0.snippet].id }.joined(separator: ", "), by: 4, then: 8)
        }
        if let advice = advice(for: contact, at: selection, library: library) {
            lines += indented(advice, by: 4, then: 4)
        }
        return lines
    }

    private func timing(_ contact: ContactSelection) -> String {
        guard let timing = contact.timing, let slot = selection.slot else { return "" }
        return "; " + timing.explanation(slot: slot, rules: library.configuration.digest)
    }

    private func gate(_ contact: ContactSelection) -> String {
        guard let gate = contact.gate else { return "" }
        guard contact.status == .withheld, selection.status != .recovery else {
            return "; \(counted(gate.items, "item", "items")), \(gate.kpiItems) for their KPIs, "
                + counted(gate.points, "point", "points")
        }
        // What the message has of each thing that the gate asks for.
        let asked = library.configuration.digest.gate
        return "; \(gate.items) of \(counted(asked.items, "item", "items")), "
            + "\(gate.kpiItems) of \(asked.kpiItems) for their KPIs, "
            + "\(gate.points) of \(counted(asked.points, "point", "points"))"
    }

    /// The snippets that passed all filters, best first, each with its verdict, its id, and its points as a sum and
    /// by name.
    private func table(_ contact: ContactSelection) -> [String] {
        let others = contact.candidates.filter { $0.verdict == .passedOver }
            .sorted { ($1.total, $0.snippet) < ($0.total, $1.snippet) }
        let rows = contact.chosen + others
        let names = rows.map { library.snippets[$0.snippet].id }
        let column = min(40, names.map(\.displayWidth).max() ?? 0)
        return zip(rows, names).flatMap { row, name in
            let verdict = row.verdict == .chosen ? "chosen     " : "passed over"
            // A name and its points stay on one line, so the blank between them must not be a place to break.
            let points = row.points.map { "\($0.name.rawValue)\u{A0}\($0.points)" }.joined(separator: ", ")
            let reason = row.reason.map { " [\($0.rawValue): \($0.explanation)]" } ?? ""
            let total = String(row.total)
            let space = String(repeating: " ", count: max(0, 4 - total.count))
            let fill = String(repeating: " ", count: max(0, column - name.displayWidth))
            let start = "    \(verdict)  \(name)\(fill)  \(space)\(total)  "
            return hanging(start, points + reason, indent: min(start.displayWidth, 25 + column))
        }
    }

    /// A start that keeps its blanks, and the rest wrapped into a column beside it.
    private func hanging(_ start: String, _ rest: String, indent: Int) -> [String] {
        let lines = wrapped(rest, to: max(20, width - indent))
        return lines.enumerated().map { index, line in
            let text = index == 0 ? start + line : String(repeating: " ", count: indent) + line
            return String(text.reversed().drop { $0 == " " }.reversed()).replacing("\u{A0}", with: " ")
        }
    }

    private func indented(_ text: String, by first: Int, then rest: Int) -> [String] {
        wrapped(text, to: width - max(first, rest)).enumerated().map { index, line in
            String(repeating: " ", count: index == 0 ? first : rest) + line
        }
    }

    private func counted(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
