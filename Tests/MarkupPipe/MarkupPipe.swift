import Foundation
import PlaybookMarkup

/// Renders texts one after another for Tests/Markup, which compares thousands of them with another implementation.
///
/// Reads lines until the input ends, each with a JSON string of Markdown. Writes the HTML of each in the same form.
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
