import PlaybookCore
import PlaybookModel

/// What becomes of a file of the content folder.
enum FileRecord: Sendable, Hashable {
    /// A chapter by its path, the others by their ids.
    case chapter(String), snippet(String), account(String), voice(String)
    /// Part of something else: settings, tables of readings and touches, what others include, drafts of chapters.
    case part
}

/// The files that were read and came to nothing without a finding: a fault of this program, for nobody could see it. A library is made
/// only where no file has an error, so each file must be in it.
///
/// - Parameter records: what should come of each file, by its name, as its name and its rows say; not what did.
func lostFiles(_ files: [SourceFile], records: [String: [FileRecord]], in library: Library) -> [SourceFile] {
    let there = Set(
        library.chapters.map { FileRecord.chapter($0.path) } + library.snippets.map { .snippet($0.id) }
            + library.accounts.map { .account($0.id) } + library.voices.map { .voice($0.id) } + [.part])
    return files.filter { file in
        guard let expected = records[file.name] else { return true }
        return !expected.allSatisfy(there.contains)
    }
}
