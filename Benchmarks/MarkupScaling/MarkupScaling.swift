import Glibc
import PlaybookMarkup

/// Shows that the time for each byte does not grow with the text, for texts that are made to be hard. Parses and renders each shape at four
/// sizes, and prints nanoseconds for each byte and the ratio between 10 MB and the cheapest smaller size. Give names of shapes to see only those.
@main
struct MarkupScaling {
    static func main() {
        let wanted = CommandLine.arguments.dropFirst()
        let sizes = [10_000, 100_000, 1_000_000, 10_000_000]
        var worst = 0.0
        print("ns/byte at 10 kB, 100 kB, 1 MB, 10 MB; ratio of the last to the first")
        for shape in HostileShape.all where wanted.isEmpty || wanted.contains(where: shape.name.contains) {
            var costs: [Double] = []
            for size in sizes {
                costs.append(cost(of: shape.text(size)))
                // A shape whose cost grows like this would not end.
                if let first = costs.first, costs[costs.count - 1] > 30 * first { break }
            }
            let ratio = (costs.last ?? 0) / (costs.first ?? 1)
            worst = max(worst, ratio)
            let isShort = costs.count < sizes.count
            print(
                costs.map { pad(Int($0), 7) }.joined(), isShort ? "  stopped" : "", "  ratio",
                Double(Int(ratio * 10)) / 10, "  ", shape.name)
            fflush(nil)
        }
        print("worst ratio: \(Double(Int(worst * 10)) / 10)")
    }

    /// The processor time for each byte, in nanoseconds: the least of several runs over a small text.
    private static func cost(of text: [UInt8]) -> Double {
        var best = Double.infinity
        for _ in 0..<max(1, 200_000 / text.count) {
            let start = processorTime()
            let document = Document(parsing: text)
            _ = document.html()
            _ = CustomerDocument(cuttingInternalBlocksFrom: document).document.plainText()
            _ = document.headings
            best = min(best, processorTime() - start)
        }
        return best * 1e9 / Double(text.count)
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
