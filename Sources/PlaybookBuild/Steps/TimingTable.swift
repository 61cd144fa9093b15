import PlaybookCore

extension [StepTiming] {
    /// A table for people, with a line for each step and a line for the whole run.
    package var table: String {
        var lines = [["step", "wall", "processor", "files", "bytes"]]
        for timing in self {
            lines.append([
                timing.step.rawValue, timing.wall.secondsText, timing.processor.secondsText,
                timing.files == 0 ? "" : "\(timing.files)", timing.files == 0 ? "" : "\(timing.bytes)",
            ])
        }
        let wall = reduce(Duration.zero) { $0 + $1.wall }
        let processor = reduce(Duration.zero) { $0 + $1.processor }
        lines.append(["all", wall.secondsText, processor.secondsText, "", ""])
        let widths = (0..<5).map { column in lines.map { $0[column].utf8.count }.max() ?? 0 }
        return lines.map { line in
            let cells = line.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.utf8.count)
                return column == 0 ? cell + space : space + cell
            }
            let text = cells.joined(separator: "  ")
            return String(text.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }

    /// The timings for programs.
    var json: JSONText {
        .array(
            map { timing in
                .object([
                    .init("step", .string(timing.step.rawValue)),
                    .init("wall_microseconds", .integer(timing.wall.microseconds)),
                    .init("processor_microseconds", .integer(timing.processor.microseconds)),
                    .init("files", .integer(timing.files)), .init("bytes", .integer(timing.bytes)),
                ])
            })
    }
}

extension Duration {
    /// The duration as `1.234 s`.
    package var secondsText: String {
        let milliseconds = (microseconds + 500) / 1_000
        let thousandths = String(milliseconds % 1_000)
        return "\(milliseconds / 1_000).\(String(repeating: "0", count: 3 - thousandths.utf8.count))\(thousandths) s"
    }

    fileprivate var microseconds: Int {
        Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
    }
}
