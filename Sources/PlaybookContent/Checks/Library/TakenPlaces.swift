import PlaybookCore
import PlaybookModel

/// The files of a site, each with the place in the content that claims it. Compared without case, because some disks
/// and hosts ignore case.
struct TakenPlaces {
    private var files: [String: Place] = [:]
    /// Sections without a page of their own, for which a page is made.
    private var sections: [String: Place] = [:]
    private var folders: [String: Place] = [:]

    /// - Parameter chapters: the chapters whose folders get a page where no chapter is that page.
    init(sectionsOf chapters: [Chapter]) {
        let pages = Set(chapters.map { ChapterPath($0.path).page })
        for chapter in chapters {
            var folder = ChapterPath(chapter.path).folder
            while !folder.isEmpty {
                if !pages.contains(folder), sections[Self.index(of: folder)] == nil {
                    sections[Self.index(of: folder)] = chapter.source.place
                }
                folder = folder.pathFolder
            }
        }
    }

    /// Claims the page of a chapter.
    ///
    /// - Parameters:
    ///   - page: the folder that the page is written to.
    ///   - isChosen: true where the chapter names the page itself. Such a page cannot be that of a section as well.
    /// - Returns: the place of whatever has claimed it already; nil if it was free.
    mutating func take(page: String, isChosen: Bool, for place: Place) -> Place? {
        if isChosen, let section = sections[Self.index(of: page)] { return section }
        return take(Self.index(of: page), for: place)
    }

    /// Claims the file of an alias. Pages must have been claimed before.
    mutating func take(_ alias: AliasPath, for place: Place) -> Place? {
        let file = alias.file.lowercased()
        if let section = sections[file] { return section }
        return take(file, for: place)
    }

    /// Claims a file. A file cannot be where a folder is.
    private mutating func take(_ file: String, for place: Place) -> Place? {
        let above = Self.folders(above: file)
        for other in [files[file], folders[file]] + above.map({ files[$0] }) {
            if let other { return other }
        }
        files[file] = place
        for folder in above where folders[folder] == nil { folders[folder] = place }
        return nil
    }

    private static func index(of page: String) -> String {
        page.isEmpty ? "index.html" : page.lowercased() + "/index.html"
    }

    /// All folders above a file: `a` and `a/b` for `a/b/c.html`.
    private static func folders(above file: String) -> [String] {
        let bytes = file.utf8
        return bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map { String(file[..<$0]) }
    }
}
