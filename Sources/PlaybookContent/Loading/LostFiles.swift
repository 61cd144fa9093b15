import PlaybookCore
import PlaybookModel

/// What a file of the content folder becomes.
enum FileRecord: Sendable, Hashable {
    /// A chapter by its path; the others by their ids.
    case chapter(String), snippet(String), account(String), voice(String)
    /// A part of something else: settings, tables, included files, drafts of chapters.
    case part
}

/// The files that were read but are not in the library. Such a file would be a fault of this program, because a library is made only if no file
/// has an error, and nobody would notice the missing file.
///
/// - Parameter records: by the name of each file, what it should become, judged by its name and its rows.
func lostFiles(_ files: [SourceFile], records: [String: [FileRecord]], in library: Library) -> [SourceFile] {
    let there = Set(
        library.chapters.map { FileRecord.chapter($0.path) } + library.snippets.map { .snippet($0.id) }
            + library.accounts.map { .account($0.id) } + library.voices.map { .voice($0.id) } + [.part])
    return files.filter { file in
        guard let expected = records[file.name] else { return true }
        return !expected.allSatisfy(there.contains)
    }
}
