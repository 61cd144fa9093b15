import PlaybookCore
import PlaybookModel

/// The course of a KPI as text characters, oldest first: the twelve months that end with its latest reading, from the
/// first of them that has one. A month without a reading is a dot, for a gap must not look like a value. Empty with
/// fewer than two readings.
func trend(_ course: some BidirectionalCollection<Readings.Reading>) -> String {
    guard let last = course.last else { return "" }
    let readings = course.filter { last.month.months(since: $0.month) < 12 }
    guard readings.count > 1, let first = readings.first, let low = readings.map(\.value.millionths).min(),
        let high = readings.map(\.value.millionths).max()
    else { return "" }
    let bars = Array("▁▂▃▄▅▆▇█")
    let values = Dictionary(readings.map { ($0.month, $0.value.millionths) }) { $1 }
    let characters = (0...last.month.months(since: first.month)).map { offset -> Character in
        guard let value = values[first.month.adding(months: offset)] else { return "·" }
        // All values the same: a line in the middle, neither low nor high.
        guard high > low else { return bars[3] }
        // The nearest of eight steps. Values have at most 18 digits, so seven times their range has room in 64 bits.
        let range = UInt(high - low)
        return bars[Int((UInt(value - low) * 7 + range / 2) / range)]
    }
    return String(characters)
}
