import PlaybookCore
import PlaybookDigest

/// The numbers and texts that a summary gives about the digests of a month.
package struct DigestCounts: Sendable {
    package let messages: Int
    /// How many contacts have each status, by its name.
    let contacts: [(name: String, count: Int)]
    /// Who gets no message and why, and which messages are late, as whole lines.
    let text: String
    let size: OutputSize
}

extension DigestCounts {
    init(_ digests: Digests, _ size: OutputSize) {
        self.init(
            messages: digests.messageCount, contacts: digests.counts.map { ($0.status.rawValue, $0.contacts) },
            text: digests.summary, size: size)
    }
}

/// What a build has made.
package struct BuildSummary: Sendable {
    /// The month of the digests, which the site shows too.
    let month: YearMonth
    /// The path of the digests below the output folder.
    let digestFolder: String
    /// Nil if no site was made.
    package internal(set) var site: (chapters: Int, size: OutputSize)?
    /// Nil if no digests were made.
    package internal(set) var digests: DigestCounts?
    /// The findings about the messages.
    var messageFindings: [Diagnostic] = []

    init(month: YearMonth, digestFolder: String) {
        self.month = month
        self.digestFolder = digestFolder
    }

    /// The folders that were written, below the output folder.
    var folders: [String] {
        (site == nil ? [] : [WantedOutputs.siteFolder]) + (digests == nil ? [] : [digestFolder])
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
        if let digests {
            let messages = "\(digests.messages) \(digests.messages == 1 ? "message" : "messages")"
            text += "Digests: \(messages) for \(month.englishName) \(month.year) in "
            text += place(of: digestFolder, in: folder) + "/\n"
            text += digests.text
        }
        return text
    }

    fileprivate func place(of output: String, in folder: String) -> String {
        folder == "." ? output : folder + "/" + output
    }
}

/// The result of a build, for programs (docs/output.md, "What a build says").
package struct BuildReport: Sendable {
    /// Nil if findings prevented the build.
    let summary: BuildSummary?
    let findings: [Diagnostic]
    /// The output folder, as the user wrote it.
    let folder: String
    /// The exit code of the run.
    let exitCode: Int
    /// Nil if they were not requested.
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
            .init("month", .string("\(summary.month)")), .init("messages", .integer(digests.messages)),
            .init(
                "contacts",
                .object(digests.contacts.map { .init($0.name, .integer($0.count)) })),
            .init("files", .integer(digests.size.files)), .init("bytes", .integer(digests.size.bytes)),
        ])
    }
}
