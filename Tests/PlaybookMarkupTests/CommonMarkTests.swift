import Foundation
import PlaybookMarkup
import TestSupport
import Testing

@Suite struct CommonMarkTests {
    static let haveVectors = Places.exists(Places.commonMarkExamples)
    static let haveCorpus = Places.exists(Places.corpus)

    @Test(.enabled(if: haveVectors, "needs the CommonMark vectors beside the repository"))
    func everyExampleRendersAsTheSpecificationSays() throws {
        let examples = try SpecExample.all()
        #expect(examples.count == 652)
        var options = HTMLOptions()
        options.rawHTML = true
        for example in examples {
            let html = Document(parsing: Array(example.markdown.utf8), as: .commonMark).html(options)
            #expect(String(decoding: html, as: UTF8.self) == example.html, "\(example)")
        }
    }

    @Test(.enabled(if: haveVectors, "needs the CommonMark vectors beside the repository"))
    func everyInlineOfTheExamplesIsFoundInTheSource() throws {
        for example in try SpecExample.all() { check(Array(example.markdown.utf8), "\(example)") }
    }

    @Test(.enabled(if: haveCorpus, "needs the corpus beside the repository"))
    func everyInlineOfTheCorpusIsFoundInTheSource() throws {
        let files = FileManager.default.enumerator(at: Places.corpus, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where file.pathExtension == "md" {
            check(Array(try Data(contentsOf: file)), file.lastPathComponent)
        }
    }

    /// Every link, image, emphasis and code span is at the place that the tree reports.
    private func check(_ bytes: [UInt8], _ name: String) {
        let document = Document(parsing: bytes)
        for node in document.nodes {
            let source = Array(bytes[Int(node.source.lowerBound)..<Int(node.source.upperBound)])
            let text = String(decoding: source, as: UTF8.self)
            // A bare address is its own source.
            if case .link = node.kind, text.contains("@") || text.contains("://") || text.hasPrefix("www."),
                !text.contains("[")
            {
                continue
            }
            let first = text.first ?? " "
            let last = text.last ?? " "
            switch node.kind {
            case .link:
                #expect(
                    (first == "[" && (last == "]" || last == ")")) || (first == "<" && last == ">"), "\(name): \(text)")
            case .image: #expect(text.hasPrefix("![") && (last == "]" || last == ")"), "\(name): \(text)")
            case .emphasis, .strong: #expect(first == last && (first == "*" || first == "_"), "\(name): \(text)")
            case .code: #expect(first == "`" && last == "`", "\(name): \(text)")
            case .htmlInline: #expect(first == "<" && last == ">", "\(name): \(text)")
            default: break
            }
        }
    }
}
