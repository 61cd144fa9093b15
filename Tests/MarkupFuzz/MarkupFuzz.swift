import ArgumentParser
import Foundation
import PlaybookMarkup

/// Feeds mutated Markdown to the parser, its transformations and the renderers, and checks what must hold for any input. It is meant to run under
/// the address sanitizer (`make fuzz`). Each input depends only on the seed and its number, so that a finding can be reproduced.
@main
struct MarkupFuzz: ParsableCommand {
    @Option(help: "How long to go on, in seconds.")
    var seconds = 60

    @Option(help: "What the inputs follow from.")
    var seed: UInt64 = 1

    @Option(help: "The number of the first input; the progress line before a crash names it.")
    var from: UInt64 = 0

    @Option(help: "How many inputs at most.")
    var count: UInt64 = .max

    @Argument(help: "Folders with Markdown, and files of specification examples (JSON), to start from.")
    var sources: [String] = []

    func run() throws {
        let seeds = try Seeds(sources)
        let start = ContinuousClock.now
        var number = from
        while number - from < count, ContinuousClock.now - start < .seconds(seconds) {
            if number % 1_000 == 0 { report("input \(number)") }
            let input = seeds.input(number, seed: seed)
            if let problem = problem(with: input) {
                let file = "fuzz-finding-\(seed)-\(number).md"
                try Data(shrunk(input)).write(to: URL(filePath: file))
                report("input \(number): \(problem); written to \(file)")
                throw ExitCode(1)
            }
            number += 1
        }
        print("\(number - from) inputs from \(seeds.texts.count) texts, no finding")
    }

    private func report(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}

/// The smallest part of an input that still has a problem: smaller and smaller parts of the input are left out.
private func shrunk(_ input: [UInt8]) -> [UInt8] {
    var input = input
    var size = input.count / 2
    while size > 0 {
        var start = 0
        while start < input.count {
            let less = Array(input[..<start] + input[min(input.count, start + size)...])
            if problem(with: less) != nil { input = less } else { start += size }
        }
        size /= 2
    }
    return input
}

/// What is wrong with the result for an input, or nil.
private func problem(with input: [UInt8]) -> String? {
    let isText = String(validating: input, as: UTF8.self) != nil
    for dialect in [Dialect.playbook, .commonMark] {
        let document = Document(parsing: input, as: dialect)
        for node in document.nodes {
            let source = node.source
            guard source.lowerBound >= 0, Int(source.upperBound) <= input.count else {
                return "\(node.kind) stands at \(source), outside the text"
            }
        }
        let html = document.html()
        let customer = CustomerDocument(cuttingInternalBlocksFrom: document).document
        let text = customer.plainText()
        if isText, String(validating: html, as: UTF8.self) == nil { return "the HTML is not UTF-8" }
        let hasEntities = String(decoding: input, as: UTF8.self).contains("&#")
        if !hasEntities,
            let mask = (html + Array(text.text.utf8)).first(where: {
                $0 < 32 && $0 != 9 && $0 != 10 && !input.contains($0)
            })
        {
            return "the byte \(mask) is not in the input"
        }
        let page = String(decoding: html, as: UTF8.self).lowercased()
        if page.contains("<script") || page.contains("href=\"javascript:") { return "the HTML has a script" }
        for link in document.links where isText && link.source.isEmpty { return "a link without a place" }
        _ = (
            document.headings, document.mergeFields(in: input), document.includes,
            document.strayMarkers(InternalMarkers())
        )
        _ = (document.unfilledBraces, document.filling(["account.name": "*x*"]).html(), document.allTexts)
        if !customer.internalBlocks.isEmpty { return "an internal block is left" }
    }
    return nil
}
