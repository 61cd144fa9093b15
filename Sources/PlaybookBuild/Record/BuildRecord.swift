import PlaybookCore

/// The record that a build leaves for the next one (docs/output.md, "What a build remembers").
struct BuildRecord: Sendable {
    /// A hash of everything that the outputs depend on, except the day (`BuildRequest.hash`).
    var request: String
    /// The same hash without the Markdown files of chapters.
    var requestWithoutChapters: String
    /// The day that counted as today, in `timeZone`.
    var asOf: CalendarDate
    var timeZone: String
    /// The folder of each output below the output folder, and the hash of its `FolderSnapshot` after the build.
    var outputs: [(folder: String, snapshot: String)]
    var summary: BuildSummary
    var findings: [Diagnostic]

    static let form = SealedRecord(heading: "playbook build 2\n")

    /// Writes the record.
    func write(in folder: String, name: String) throws(FileError) {
        try Self.form.write(in: folder, name: name, blocks: 1) { _, writer in add(to: &writer) }
    }

    private func add(to writer: inout RecordWriter) {
        writer.add(request)
        writer.add(requestWithoutChapters)
        writer.add(asOf.days)
        writer.add(timeZone)
        writer.add(outputs) { writer, output in
            writer.add(output.folder)
            writer.add(output.snapshot)
        }
        writer.add(summary)
        writer.add(findings) { $0.add($1) }
    }

    init(_ bytes: [UInt8]) throws(SealedRecord.Unusable) {
        var record: BuildRecord?
        try Self.form.read(bytes) { _, reader in
            let (request, withoutChapters) = (try reader.text(), try reader.text())
            let (asOf, timeZone) = (CalendarDate(days: try reader.number()), try reader.text())
            let outputs = try reader.list { (folder: try $0.text(), snapshot: try $0.text()) }
            let summary = try BuildSummary(&reader)
            var recorded = RecordedFindings(.all)
            record = BuildRecord(
                request: request, requestWithoutChapters: withoutChapters, asOf: asOf, timeZone: timeZone,
                outputs: outputs, summary: summary, findings: try reader.list { try recorded.next(&$0) })
        }
        guard let record else { throw .damaged }
        self = record
    }

    init(
        request: String, requestWithoutChapters: String, asOf: CalendarDate, timeZone: String,
        outputs: [(folder: String, snapshot: String)],
        summary: BuildSummary, findings: [Diagnostic]
    ) {
        self.request = request
        self.requestWithoutChapters = requestWithoutChapters
        self.asOf = asOf
        self.timeZone = timeZone
        self.outputs = outputs
        self.summary = summary
        self.findings = findings
    }
}

extension RecordWriter {
    fileprivate mutating func add(_ summary: BuildSummary) {
        add("\(summary.month)")
        add(summary.digestFolder)
        add(summary.site) { writer, site in
            writer.add(site.chapters)
            writer.add(site.size)
        }
        add(summary.digests) { writer, digests in
            writer.add(digests.messages)
            writer.add(digests.contacts) { writer, status in
                writer.add(status.name)
                writer.add(status.count)
            }
            writer.add(digests.text)
            writer.add(digests.size)
        }
        add(summary.messageFindings) { $0.add($1) }
    }

    private mutating func add(_ size: OutputSize) {
        for number in [size.files, size.bytes, size.pages] { add(number) }
    }
}

extension BuildSummary {
    fileprivate init(_ reader: inout RecordReader) throws {
        guard let month = YearMonth(try reader.text()) else { throw RecordReader.Damaged() }
        self.init(month: month, digestFolder: try reader.text())
        site = try reader.optional { (try $0.number(), try OutputSize(&$0)) }
        digests = try reader.optional { reader in
            DigestCounts(
                messages: try reader.number(), contacts: try reader.list { (try $0.text(), try $0.number()) },
                text: try reader.text(), size: try OutputSize(&reader))
        }
        var recorded = RecordedFindings(.all)
        messageFindings = try reader.list { try recorded.next(&$0) }
    }
}

extension OutputSize {
    fileprivate init(_ reader: inout RecordReader) throws {
        self.init(files: try reader.number(), bytes: try reader.number(), pages: try reader.number())
    }
}
