import PlaybookCore

/// The id of a record: the path of its file below the part's folder, without the ending.
func recordID(_ file: SourceFile) -> String { recordID(file.name) }

func recordID(_ name: String) -> String {
    let path = name.pathParts.dropFirst().joined(separator: "/")
    return path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[..<$0]) } ?? path
}
