/// A folder that a run reads.
package struct InputFolder: Sendable, Hashable {
    /// A description and the path, for messages: `the content folder content`.
    let title: String
    let path: String
    /// True if every file in it may be read, so that an output inside it would be read as input.
    let isReadWhole: Bool

    package init(_ title: String, _ path: String, isReadWhole: Bool) {
        self.title = "\(title) \(path)"
        self.path = path
        self.isReadWhole = isReadWhole
    }
}

/// Throws if an output would contain an input, because replacing the old output would remove the input, or if an output
/// would be inside an input. Links are followed, including links at the top level of an input.
///
/// - Parameter outputs: the names of the outputs below the output folder, such as `_site`.
/// - Throws: `StagingError`, `FileError`.
package func checkOutputs(_ outputs: [String], in folder: String, apartFrom inputs: [InputFolder]) throws {
    for input in inputs {
        var places = [try resolvingPath(input.path).path]
        for name in try listFolder(input.path) where isSymbolicLink(joined(input.path, name)) {
            places.append(try resolvingPath(joined(input.path, name)).path)
        }
        for output in outputs.map({ joined(folder, $0) }) {
            let target = try resolvingPath(output).path
            for place in places {
                if isInside(place, target) { throw StagingError.holding(output: output, input: input.title) }
                if input.isReadWhole, isInside(target, place) {
                    throw StagingError.inside(output: output, input: input.title)
                }
            }
        }
    }
}
