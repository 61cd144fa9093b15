import PlaybookCore
import PlaybookDigest

/// What a build has made.
package struct BuildSummary: Sendable {
    /// The month of the digests, and of what the site shows of them.
    let month: YearMonth
    /// Where the digests stand below the output folder.
    let digestFolder: String
    /// Nil where no site was made.
    package internal(set) var site: (chapters: Int, size: OutputSize)?
    /// Nil where none were made.
    package internal(set) var digests: (made: Digests, size: OutputSize)?

    init(month: YearMonth, digestFolder: String) {
        self.month = month
        self.digestFolder = digestFolder
    }

    /// The summary as lines for people.
    ///
    /// - Parameter folder: the output folder, as the user wrote it.
    package func text(in folder: String) -> String {
        var text = ""
        if let site {
            text += "Site: \(site.chapters) \(site.chapters == 1 ? "chapter" : "chapters") in "
            text += place(of: WantedOutputs.siteFolder, in: folder) + "/\n"
        }
        if let digests = digests?.made {
            let messages = "\(digests.messageCount) \(digests.messageCount == 1 ? "message" : "messages")"
            text += "Digests: \(messages) for \(month.englishName) \(month.year) in "
            text += place(of: digestFolder, in: folder) + "/\n"
            text += digests.summary
        }
        return text
    }

    fileprivate func place(of output: String, in folder: String) -> String {
        folder == "." ? output : folder + "/" + output
    }
}

/// What a build comes to, for programs (docs/output.md, "What a build says").
package struct BuildReport: Sendable {
    /// Nil where findings did not allow a build.
    let summary: BuildSummary?
    let findings: [Diagnostic]
    /// The output folder, as the user wrote it.
    let folder: String
    /// The exit code of the run.
    let exitCode: Int
    /// Nil where nobody asked for them.
    let timings: [StepTiming]?

    package init(
        _ summary: BuildSummary?, findings: [Diagnostic], in folder: String, exitCode: Int, timings: [StepTiming]?
    ) {
        self.summary = summary
        self.findings = findings
        self.folder = folder
        self.exitCode = exitCode
        self.timings = timings
    }

    package var json: JSONText {
        var members: [JSONText.Member] = [
            .init("site", site), .init("digests", digests),
            .init(
                "findings",
                .object([
                    .init("errors", .integer(findings.count { $0.severity == .error })),
                    .init("warnings", .integer(findings.count { $0.severity == .warning })),
                ])), .init("exit_code", .integer(exitCode)),
        ]
        if let timings { members.append(.init("timings", timings.json)) }
        return .object(members)
    }

    private var site: JSONText {
        guard let summary, let site = summary.site else { return .null }
        return .object([
            .init("folder", .string(summary.place(of: WantedOutputs.siteFolder, in: folder))),
            .init("chapters", .integer(site.chapters)), .init("pages", .integer(site.size.pages)),
            .init("files", .integer(site.size.files)), .init("bytes", .integer(site.size.bytes)),
        ])
    }

    private var digests: JSONText {
        guard let summary, let digests = summary.digests else { return .null }
        return .object([
            .init("folder", .string(summary.place(of: summary.digestFolder, in: folder))),
            .init("month", .string("\(summary.month)")), .init("messages", .integer(digests.made.messageCount)),
            .init(
                "contacts",
                .object(digests.made.counts.map { .init($0.status.rawValue, .integer($0.contacts)) })),
            .init("files", .integer(digests.size.files)), .init("bytes", .integer(digests.size.bytes)),
        ])
    }
}
