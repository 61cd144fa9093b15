/// Diagnostics as workflow commands that GitHub Actions turns into annotations on the changed lines.
public struct GitHubPrinter: Sendable {
    public init() {}

    /// One line for a finding.
    public func text(_ diagnostic: Diagnostic) -> String {
        var properties = ["file=\(property(diagnostic.place.file))"]
        if let range = diagnostic.place.range {
            properties += ["line=\(range.lowerBound.line)", "col=\(range.lowerBound.column)"]
            properties.append("endLine=\(range.upperBound.line)")
            if range.upperBound.line == range.lowerBound.line, range.upperBound > range.lowerBound {
                properties.append("endColumn=\(range.upperBound.column - 1)")
            }
        }
        properties.append("title=\(property(diagnostic.rule.name))")
        let message = [diagnostic.message, diagnostic.help].compactMap { $0 }.joined(separator: "; ")
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(escaped(message))\n"
    }

    private func escaped(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private func property(_ text: String) -> String {
        escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
