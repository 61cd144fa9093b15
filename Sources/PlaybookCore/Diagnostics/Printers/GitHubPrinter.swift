/// Diagnostics as workflow commands that GitHub Actions turns into annotations on the changed lines.
package struct GitHubPrinter: Sendable {
    package init() {}

    /// One line for each finding.
    package func text(_ diagnostic: Diagnostic) -> String {
        var properties = ["file=\(workflowCommandProperty(diagnostic.place.file))"]
        if let range = diagnostic.place.range {
            properties += ["line=\(range.lowerBound.line)", "col=\(range.lowerBound.column)"]
            properties.append("endLine=\(range.upperBound.line)")
            if range.upperBound.line == range.lowerBound.line, range.upperBound > range.lowerBound {
                properties.append("endColumn=\(range.upperBound.column - 1)")
            }
        }
        properties.append("title=\(workflowCommandProperty(diagnostic.rule.name))")
        let message = [diagnostic.message, diagnostic.help].compactMap { $0 }.joined(separator: "; ")
        return
            "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(workflowCommandMessage(message))\n"
    }
}
