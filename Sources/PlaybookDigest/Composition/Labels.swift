import PlaybookContent
import PlaybookCore
import PlaybookMarkup

/// All words that a message says by itself, in one language. What stands in double braces is filled in; the names are
/// those of `English.swift`.
struct Labels: Sendable {
    /// January to December.
    var months: [String]
    var date: String
    var monthAndYear: String

    var subject: String
    var subjectAndMore: String
    /// Words that may start a title and are certainly no names, so that a sentence can go on with them in lower case.
    var plainWords: Set<String>
    /// True in languages that write a common noun in lower case.
    var lowersNouns: Bool
    var and: String

    /// How far apart two percentages are: not a percentage of either.
    var percentagePoints: String
    var better: String
    var worse: String
    var unchanged: String
    var target: String
    var onTarget: String
    var offTarget: String

    var youAsked: String
    var accountAsked: String
    var overTarget: String
    var underTarget: String
    var atTarget: String
    var reading: String
    var steering: String
    var product: String
    var role: String

    var why: String
    var useful: String
    var notForUs: String
    var stop: String
    var listName: String

    /// The words for messages in a language. There is English; a language that is added is chosen here.
    static func of(language: String) -> Labels { .english }

    /// A day, such as `12 October 2026`.
    func text(_ date: CalendarDate) -> String {
        filling(
            self.date,
            with: ["day": "\(date.day)", "month": name(of: date.yearMonth), "year": "\(date.year)"])
    }

    /// A month with its year, such as `November 2026`.
    func text(_ month: YearMonth) -> String {
        filling(monthAndYear, with: ["month": name(of: month), "year": "\(month.year)"])
    }

    /// A month without its year, such as `November`.
    func name(of month: YearMonth) -> String { months[month.month - 1] }

    /// How far apart two values of a KPI are.
    func difference(_ value: Decimal6, of kpi: KPI) -> String {
        kpi.unit == "%" ? filling(percentagePoints, with: ["number": value.description]) : kpi.text(value)
    }

    /// The title of a role or a KPI inside a sentence: with a small first letter where its first word is a common noun,
    /// as it is where that may be an abbreviation (`OEE`, `pH`).
    func inSentence(_ title: String) -> String {
        let word = title.prefix { $0.isLetter }
        guard lowersNouns, word.count > 1, word.dropFirst().allSatisfy(\.isLowercase) else { return title }
        return title.prefix(1).lowercased() + title.dropFirst()
    }

    /// An item's title inside a sentence: with a small first letter only where its first word is certainly no name.
    func continuing(_ title: String) -> String {
        let word = title.prefix { $0.isLetter }.lowercased()
        guard plainWords.contains(word), title.dropFirst().first?.isUppercase != true else { return title }
        return title.prefix(1).lowercased() + title.dropFirst()
    }

    /// A list in a sentence: `a`, `a and b`, `a, b and c`.
    func listed(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + and + last
    }
}

extension Labels {
    /// The name of the list that all digests of a company belong to.
    func listName(of company: String) -> String { filling(listName, with: ["company": company]) }

    /// The subject of a request to stop.
    func stopSubject(token: String) -> String { filling(stop, with: ["token": token]) }
}
