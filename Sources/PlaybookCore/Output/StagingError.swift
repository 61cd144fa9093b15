/// The reason why nothing was written to a place. Whatever was there is unchanged.
package enum StagingError: Error, Sendable, Hashable, CustomStringConvertible {
    case foreign(String)
    case notAFolder(String)
    case dangling(String)
    case busy(String)
    /// An input, such as `the content folder x`, and a folder that is replaced as a whole: one of them is inside the
    /// other.
    case inside(output: String, input: String)
    case holding(output: String, input: String)

    package var description: String {
        switch self {
        case .foreign(let path):
            "\(path) was not made by playbook, so it is not replaced; move it away, or choose another place"
        case .notAFolder(let path): "\(path) is not a folder; move it away, or choose another place"
        case .dangling(let path):
            "\(path) is a link that leads nowhere; make the folder that it leads to, or remove the link"
        case .busy(let path): "another playbook is writing \(path)"
        case .inside(let output, let input):
            "\(output) would be inside \(input), and be read as a part of it; choose another place with --output"
        case .holding(let output, let input):
            "\(input) is inside \(output), and would be removed with the old one; choose another place for one of them"
        }
    }
}

/// An exchange was begun and could neither be completed nor reversed.
package struct UnfinishedExchange: Error, Sendable, CustomStringConvertible {
    let cause: FileError

    package var description: String { "\(cause); the next build completes what this one began" }
}
