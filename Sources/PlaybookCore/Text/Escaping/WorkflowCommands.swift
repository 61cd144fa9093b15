/// A text as the message of a GitHub workflow command. `%` and line breaks are encoded, so that no text can start a
/// command of its own. Other control characters are shown as `\u{1B}`.
package func workflowCommandMessage(_ text: String) -> String { workflowCommand(text, encoding: []) }

/// A text as a property of a GitHub workflow command, such as a file's name; `:` and `,` end a property and are encoded as well.
package func workflowCommandProperty(_ text: String) -> String { workflowCommand(text, encoding: [":", ","]) }

private func workflowCommand(_ text: String, encoding more: [Unicode.Scalar]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%", "\r", "\n": result += percentEncoded(String(scalar).utf8) { _ in false }
        case _ where more.contains(scalar): result += percentEncoded(String(scalar).utf8) { _ in false }
        case "\t": result.unicodeScalars.append(scalar)
        default: result += terminalText(scalar)
        }
    }
    return result
}
