import PlaybookCore

extension [UInt8] {
    /// Appends a text in quoted-printable (RFC 2045, section 6.7): lines of at most 76 characters that end in CR LF, whatever their line endings
    /// were. Text that relays are known to change is encoded as well: a dot or `From ` at the start of a line, and blanks at its end.
    mutating func appendQuotedPrintable(_ text: [UInt8]) {
        reserveCapacity(count + text.count + text.count / 8)
        text.withUnsafeBufferPointer { QuotedPrintable(text: $0).append(to: &self) }
    }
}

/// Looks for runs of bytes that stay as they are, and copies each as a whole.
private struct QuotedPrintable {
    let text: UnsafeBufferPointer<UInt8>

    func append(to output: inout [UInt8]) {
        var column = 0
        var index = 0
        while index < text.count {
            if isLineEnd(index) {
                if text[index] == .carriageReturn, index + 1 < text.count, text[index + 1] == .lineFeed { index += 1 }
                output.append(.carriageReturn)
                output.append(.lineFeed)
                column = 0
                index += 1
                continue
            }
            let end = column == 0 && isChangedAtStart(index) ? index : endOfRun(from: index, column)
            output.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<end]))
            column += end - index
            index = end
            guard index < text.count, !isLineEnd(index) else { continue }
            let isPlain = isPlain(index) && !(column == 0 && isChangedAtStart(index))
            // The last character of a line may be in column 76. Before a soft break, column 76 is for the equals sign.
            if column + (isPlain ? 1 : 3) > (endsLine(index) ? 76 : 75) {
                output.append(UInt8(ascii: "="))
                output.append(.carriageReturn)
                output.append(.lineFeed)
                column = 0
            } else if isPlain {
                output.append(text[index])
                column += 1
                index += 1
            } else {
                appendEncoded(text[index], to: &output)
                column += 3
                index += 1
            }
        }
    }

    /// The offset after the bytes that stay as they are and fit on a line that continues.
    private func endOfRun(from start: Int, _ column: Int) -> Int {
        let limit = min(text.count, start + 75 - column)
        var end = start
        // Eight bytes at a time, because nearly all bytes are ordinary.
        let raw = UnsafeRawBufferPointer(text)
        while end + 8 <= limit, areOrdinary(raw.loadUnaligned(fromByteOffset: end, as: UInt64.self)) { end += 8 }
        while end < limit, isOrdinary(text[end]) { end += 1 }
        // A blank at the end of a line is encoded.
        if end > start, text[end - 1] == .space || text[end - 1] == .tab, end == text.count || isLineEnd(end) {
            end -= 1
        }
        return max(start, end)
    }

    /// True if all of eight bytes are printable ASCII and none is an equals sign. A byte that is too small, or equal, shows in the borrow of a
    /// subtraction (Anderson, "Bit Twiddling Hacks").
    private func areOrdinary(_ bytes: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        let equals = bytes ^ (ones &* 0x3D)
        let deletes = bytes ^ (ones &* 0x7F)
        let found =
            bytes | (bytes &- ones &* 0x20) & ~bytes | (equals &- ones) & ~equals | (deletes &- ones) & ~deletes
        return found & tops == 0
    }

    private func isOrdinary(_ byte: UInt8) -> Bool {
        byte >= .space && byte < 0x7F && byte != UInt8(ascii: "=") || byte == .tab
    }

    private func isPlain(_ index: Int) -> Bool {
        let byte = text[index]
        return byte == .space || byte == .tab ? !endsLine(index) : isOrdinary(byte)
    }

    private func isLineEnd(_ index: Int) -> Bool { text[index] == .lineFeed || text[index] == .carriageReturn }

    private func endsLine(_ index: Int) -> Bool { index + 1 == text.count || isLineEnd(index + 1) }

    private func isChangedAtStart(_ index: Int) -> Bool {
        if text[index] == UInt8(ascii: ".") { return true }
        guard text[index] == UInt8(ascii: "F"), index + 5 <= text.count else { return false }
        return text[index + 1] == UInt8(ascii: "r") && text[index + 2] == UInt8(ascii: "o")
            && text[index + 3] == UInt8(ascii: "m") && text[index + 4] == .space
    }

    private func appendEncoded(_ byte: UInt8, to output: inout [UInt8]) {
        func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10 }
        output.append(UInt8(ascii: "="))
        output.append(digit(byte >> 4))
        output.append(digit(byte & 15))
    }
}
