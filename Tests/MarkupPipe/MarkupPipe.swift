import Foundation
import PlaybookMarkup

/// Renders texts one after another, for Tests/Markup, which compares thousands of them with another implementation.
///
/// Reads lines with one JSON string each, of Markdown, until the input ends; writes the HTML of each in the same way.
@main
struct MarkupPipe {
    static func main() throws {
        var options = HTMLOptions()
        options.rawHTML = true
        while let line = readLine() {
            let markdown = try JSONDecoder().decode(String.self, from: Data(line.utf8))
            let html = Document(parsing: Array(markdown.utf8)).html(options)
            let answer = try JSONEncoder().encode(String(decoding: html, as: UTF8.self))
            FileHandle.standardOutput.write(answer + Data("\n".utf8))
        }
    }
}
