import PlaybookCore

/// A table as lines of text: columns side by side with a rule below the heading. If that would be wider than `width`, each row becomes a list of
/// its cells, each after its column's heading.
func textTable(_ rows: [[String]], width: Int) -> [String] {
    guard let heading = rows.first else { return [] }
    let widths = heading.indices.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    guard widths.reduce(0, +) + 2 * max(0, widths.count - 1) <= width else {
        return rows.dropFirst().flatMap { row in
            zip(heading, row).flatMap { title, cell in wrapped(title.isEmpty ? cell : "\(title): \(cell)", to: width) }
                + [""]
        }.dropLast()
    }
    func line(_ cells: [String]) -> String {
        let padded = zip(cells, widths).map { cell, width in
            cell + String(repeating: " ", count: width - cell.displayWidth)
        }
        return padded.joined(separator: "  ")
    }
    let rule = line(widths.map { String(repeating: "-", count: $0) })
    return [line(heading), rule] + rows.dropFirst().map(line)
}
