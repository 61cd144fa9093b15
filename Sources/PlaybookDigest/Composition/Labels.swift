import PlaybookCore
import PlaybookMarkup
import PlaybookModel

extension Rule {
    /// A text of the messages whose values cannot be filled in as it is written.
    static let invalidLabel = Rule(
        "invalid-label",
        "A label of the messages is not written as it should be.",
        why: "Customers would read braces, or words with a gap in them.",
        example: "greeting: \"Hello {{nmae}}\"",
        instead: "greeting: \"Hello {{name}}\"")
}

/// All fixed texts of messages, in one language.
///
/// A class, because all cores use the same few of them: with a struct, each message would count references to each of its parts.
final class Labels: Sendable {
    /// A language tag such as `de` (RFC 5646).
    let language: String
    /// January to December.
    let months: [String]
    /// The character between a whole number and its decimals.
    let decimalMark: String
    /// True in languages that write a common noun in lower case.
    let lowersNouns: Bool
    /// Words that may start a title and are certainly not names, so that they can be in lower case inside a sentence.
    let plainWords: Set<String>
    /// The texts, by the raw value of the name.
    private let texts: [FieldText]
    private let lists: [LabelName: [String]]

    /// The words of a file whose name contains the language's tag.
    ///
    /// - Parameter words: reads the file.
    /// - Returns: the labels, nil if the file has a mistake; and the findings about all of its mistakes.
    static func read(_ file: SourceFile, words read: WordFile.Reader) -> (labels: Labels?, diagnostics: [Diagnostic]) {
        var keys = LabelName.allCases.map { name in
            WordFile.Key(name.key, name.isList ? .words : .text, "`labels.en.yml` shows what it is for.")
        }
        keys += [
            WordFile.Key("months", .words, "The names of the twelve months."),
            WordFile.Key("decimal_mark", .text, "The mark before the decimals of a number."),
            WordFile.Key("lowers_nouns", .flag, "Whether nouns start with a small letter inside a sentence."),
            WordFile.Key("plain_words", .words, "Words that may start a title and are not names."),
        ]
        var (words, diagnostics) = read(file, keys)
        guard let words else { return (nil, diagnostics) }
        if words.words("months").count != 12 {
            diagnostics.append(
                Diagnostic(.invalidLabel, "a year has twelve months", at: words.place(of: "months")))
        }
        for name in LabelName.allCases {
            if name.isList, !(1...4).contains(words.words(name.key).count) {
                diagnostics.append(
                    Diagnostic(
                        .invalidLabel, "a question offers one to four answers", at: words.place(of: name.key)))
            }
            diagnostics += unknownFields(of: name, in: words)
        }
        guard !diagnostics.hasErrors else { return (nil, diagnostics) }
        return (Labels(words, language: labelLanguage(ofFile: file.name) ?? ""), diagnostics)
    }

    private init(_ words: WordFile, language: String) {
        self.language = language
        months = words.words("months")
        decimalMark = words.text("decimal_mark")
        lowersNouns = words.flag("lowers_nouns")
        plainWords = Set(words.words("plain_words"))
        texts = LabelName.allCases.map { FieldText(words.text($0.key)) }
        lists = Dictionary(uniqueKeysWithValues: LabelName.allCases.map { ($0, words.words($0.key)) })
    }

    /// The text of a label with its fields filled in.
    func text(_ name: LabelName, _ values: KeyValuePairs<String, String> = [:]) -> String {
        let text = texts[name.rawValue]
        // There are few values, so a linear search is faster than a dictionary.
        return values.isEmpty ? text.text : text.filled { name in values.first { $0.key == name }?.value }
    }

    /// The answers to a question.
    func list(_ name: LabelName) -> [String] { lists[name] ?? [] }

    private static func unknownFields(of name: LabelName, in words: WordFile) -> [Diagnostic] {
        let used = mergeFieldNames(in: words.text(name.key))
        return used.filter { !name.fields.contains($0) }.map { field in
            let known = name.fields.map { "{{\($0)}}" }.joined(separator: ", ")
            return Diagnostic(
                .invalidLabel, "`\(name.key)` has no value `\(field)`", at: words.place(of: name.key),
                help: known.isEmpty ? "it has no values" : "its values are \(known)")
        }
    }
}
