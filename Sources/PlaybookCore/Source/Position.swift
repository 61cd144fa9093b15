/// A place in a text file, as editors count it: lines and columns from 1, columns in Unicode code points.
package struct Position: Sendable, Hashable, Comparable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// Where a finding is: a file, a range in it, and the source line to show. If the range is nil, the finding is about
/// the whole file.
package struct Place: Sendable, Hashable {
    /// The path as the user would type it.
    package var file: String
    package var range: Range<Position>?
    /// The text of the first line of the range, without its line ending; if the line is long, only the part around the
    /// start of the range.
    package var excerpt: String?
    /// The column of the first character of the excerpt: 1, unless the line is long.
    package var excerptColumn: Int

    package init(file: String, range: Range<Position>? = nil, excerpt: String? = nil, excerptColumn: Int = 1) {
        self.file = file
        self.range = range
        self.excerpt = excerpt
        self.excerptColumn = excerptColumn
    }
}
