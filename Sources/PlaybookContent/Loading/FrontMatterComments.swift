import PlaybookCore

/// The places of the comments in a file's front matter, each from its `#` to the end of its line. Empty if the front matter is not YAML.
///
/// - Parameter yaml: the front matter as it was read; nil if it could not be read.
func frontMatterComments(in file: SourceFile, _ yaml: YAMLNode?) -> [Range<Int>] {
    guard let range = frontMatterRange(of: file) else { return [] }
    let bytes = file.bytes
    // Nearly all front matter has no comments, and then it need not be read again.
    if yaml?.entries.isEmpty == false, !bytes[range].contains(UInt8(ascii: "#")) { return [] }
    var comments: [Range<Int>] = []
    let reading = readYAML(bytes, in: range)
    if reading.error != nil { return [] }
    guard let yaml = reading.root else { return [range] }
    let values = scalarSources(of: yaml)
    var position = range.lowerBound
    while let start = bytes[position..<range.upperBound].firstIndex(of: UInt8(ascii: "#")) {
        position = start + 1
        let isAfterBlank =
            start == range.lowerBound || [.space, .tab, .lineFeed, .carriageReturn].contains(bytes[start - 1])
        guard isAfterBlank, !values.contains(where: { $0.contains(start) }) else { continue }
        let end = bytes[start..<range.upperBound].firstIndex(of: .lineFeed) ?? range.upperBound
        comments.append(start..<end)
        position = end
    }
    return comments
}

private func frontMatterRange(of file: SourceFile) -> Range<Int>? {
    do throws(FrontMatter.UnclosedFrontMatter) { return try FrontMatter(of: file).yaml } catch { return nil }
}

private func scalarSources(of node: YAMLNode) -> [Range<Int>] {
    switch node.content {
    case .scalar: [node.source]
    case .sequence(let items): items.flatMap(scalarSources)
    case .mapping(let entries): entries.flatMap { [$0.keySource] + scalarSources(of: $0.value) }
    }
}
