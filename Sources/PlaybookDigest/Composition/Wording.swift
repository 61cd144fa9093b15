import PlaybookCore
import PlaybookMarkup
import PlaybookModel

/// How dates, numbers and names are written in a sentence of a language.
extension Labels {
    /// The titles that stand above alerts such as `[!NOTE]`.
    var alertTitles: [Document.Alert: String] {
        Dictionary(uniqueKeysWithValues: Document.Alert.allCases.map { ($0, text(label(of: $0))) })
    }

    private func label(of alert: Document.Alert) -> LabelName {
        switch alert {
        case .note: .alertNote
        case .tip: .alertTip
        case .important: .alertImportant
        case .warning: .alertWarning
        case .caution: .alertCaution
        }
    }

    /// A day, such as `12 October 2026`.
    func text(_ date: CalendarDate) -> String {
        text(.date, ["day": "\(date.day)", "month": name(of: date.yearMonth), "year": "\(date.year)"])
    }

    /// A month with its year, such as `November 2026`.
    func text(_ month: YearMonth) -> String {
        text(.monthAndYear, ["month": name(of: month), "year": "\(month.year)"])
    }

    /// A month without its year, such as `November`.
    func name(of month: YearMonth) -> String { months[month.month - 1] }

    /// A value of a KPI with its unit, such as `9.1 h/month`.
    func text(_ value: Decimal6, of kpi: KPI) -> String {
        kpi.unit.isEmpty ? number(value) : "\(number(value)) \(kpi.unit)"
    }

    /// How far apart two values of a KPI are. Percentages differ by percentage points.
    func difference(_ value: Decimal6, of kpi: KPI) -> String {
        kpi.unit == "%" ? text(.percentagePoints, ["number": number(value)]) : text(value, of: kpi)
    }

    private func number(_ value: Decimal6) -> String {
        decimalMark == "." ? value.description : value.description.replacing(".", with: decimalMark)
    }

    /// The title of a role or a KPI inside a sentence.
    func inSentence(_ title: String) -> String { lowersNouns ? PlaybookDigest.inSentence(title) : title }

    /// An item's title inside a sentence. Its first letter becomes small only if the first word is certainly not a name.
    func continuing(_ title: String) -> String {
        let count = asciiWord(of: title)
        let word = (count.map { title.prefix($0) } ?? title.prefix { $0.isLetter }).lowercased()
        guard plainWords.contains(word), title.dropFirst().first?.isUppercase != true else { return title }
        return title.prefix(1).lowercased() + title.dropFirst()
    }

    /// A list in a sentence: `a`, `a and b`, `a, b and c`.
    func listed(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(text(.and)) " + last
    }
}

/// A title inside an English sentence. Its first letter becomes small if the first word is a common noun; it stays if the word may be an
/// abbreviation (`OEE`, `pH`).
func inSentence(_ title: String) -> String {
    if let bytes = asciiWord(of: title) {
        guard bytes > 1, title.utf8.dropFirst().prefix(bytes - 1).allSatisfy(isSmallLetter) else { return title }
        return title.prefix(1).lowercased() + title.dropFirst()
    }
    let word = title.prefix { $0.isLetter }
    guard word.count > 1, word.dropFirst().allSatisfy(\.isLowercase) else { return title }
    return title.prefix(1).lowercased() + title.dropFirst()
}

/// How many letters an ASCII text starts with; nil for any other text, whose letters have to be checked one by one.
private func asciiWord(of text: String) -> Int? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return text.utf8.prefix { isSmallLetter($0 | 0x20) }.count
}

private func isSmallLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
