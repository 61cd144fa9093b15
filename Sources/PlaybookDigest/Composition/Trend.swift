import PlaybookCore
import PlaybookModel

/// The course of a KPI as text characters, oldest first: the twelve months that end with its latest reading, from the first of them that has one.
/// A month without a reading is a dot, because a gap must not look like a value. The text is empty if there are fewer than two readings.
func trend(_ course: ArraySlice<Readings.Reading>) -> String {
    guard let last = course.last else { return "" }
    let readings = course.drop { last.month.months(since: $0.month) >= 12 }
    guard readings.count > 1, let first = readings.first else { return "" }
    var (low, high) = (first.value.millionths, first.value.millionths)
    for reading in readings {
        low = min(low, reading.value.millionths)
        high = max(high, reading.value.millionths)
    }
    var characters = String.UnicodeScalarView()
    var month = first.month
    for reading in readings {
        while month < reading.month {
            characters.append("·")
            month = month.adding(months: 1)
        }
        month = reading.month.adding(months: 1)
        // If all values are the same, the line is in the middle, neither low nor high.
        var step = 3
        if high > low {
            // The nearest of eight steps. Values have at most 18 digits, so seven times their range has room in 64 bits.
            let range = UInt(high - low)
            step = Int((UInt(reading.value.millionths - low) * 7 + range / 2) / range)
        }
        characters.append(bars[step])
    }
    return String(characters)
}

private let bars: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
