import PlaybookCore

/// The record that a build leaves for the next one (docs/output.md, "What a build remembers").
struct BuildRecord: Sendable {
    /// A hash of everything that the outputs depend on, except the day (`BuildRequest.hash`).
    var request: String
    /// The day that counted as today, in `timeZone`.
    var asOf: CalendarDate
    var timeZone: String
    /// The folder of each output below the output folder, and the hash of its `FolderSnapshot` after the build.
    var outputs: [(folder: String, snapshot: String)]
    var summary: BuildSummary
    var findings: [Diagnostic]

    private static let heading = "playbook build 1\n"

    /// Why a record cannot be used.
    enum Unusable: Error, Hashable {
        /// The file was not written by this program.
        case foreign
        /// The contents are not the contents that were written.
        case damaged
    }

    /// The record as the bytes of a file: a line that names the kind, a checksum, the values.
    var bytes: [UInt8] {
        var writer = RecordWriter()
        writer.add(request)
        writer.add(asOf.days)
        writer.add(timeZone)
        writer.add(outputs) { writer, output in
            writer.add(output.folder)
            writer.add(output.snapshot)
        }
        writer.add(summary)
        writer.add(findings) { $0.add($1) }
        return Array(Self.heading.utf8) + Array(sha256(writer.bytes).utf8) + writer.bytes
    }

    /// True if this program wrote a file, whether or not it is damaged.
    static func isRecord(_ bytes: [UInt8]) -> Bool { bytes.starts(with: heading.utf8) }

    /// - Throws: `Unusable`.
    init(_ bytes: [UInt8]) throws(Unusable) {
        guard Self.isRecord(bytes) else { throw .foreign }
        let heading = Self.heading.utf8
        let start = heading.count + 64
        guard bytes.count >= start, sha256(Array(bytes[start...])).utf8.elementsEqual(bytes[heading.count..<start])
        else {
            throw .damaged
        }
        var reader = RecordReader(bytes, from: start)
        do {
            request = try reader.text()
            asOf = CalendarDate(days: try reader.number())
            timeZone = try reader.text()
            outputs = try reader.list { (try $0.text(), try $0.text()) }
            summary = try BuildSummary(&reader)
            var recorded = RecordedFindings(.all)
            findings = try reader.list { try recorded.next(&$0) }
        } catch {
            throw .damaged
        }
    }

    init(
        request: String, asOf: CalendarDate, timeZone: String, outputs: [(folder: String, snapshot: String)],
        summary: BuildSummary, findings: [Diagnostic]
    ) {
        self.request = request
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
    }
}

extension OutputSize {
    fileprivate init(_ reader: inout RecordReader) throws {
        self.init(files: try reader.number(), bytes: try reader.number(), pages: try reader.number())
    }
}
