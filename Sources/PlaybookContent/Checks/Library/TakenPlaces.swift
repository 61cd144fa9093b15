import PlaybookCore
import PlaybookModel

/// The files that a site is written to, each with who has it. Without regard to case, because some disks and hosts do not regard it.
struct TakenPlaces {
    private var files: [String: Place] = [:]
    /// Sections that have no page of their own get one.
    private var sections: [String: Place] = [:]
    private var folders: [String: Place] = [:]

    /// - Parameter chapters: those whose folders get a page where no chapter is that page.
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

    /// Takes the page of a chapter.
    ///
    /// - Parameters:
    ///   - page: the folder that the page is written to.
    ///   - isChosen: true where the chapter says so; such a page cannot be that of a section as well.
    /// - Returns: the place of another that has it.
    mutating func take(page: String, isChosen: Bool, for place: Place) -> Place? {
        if isChosen, let section = sections[Self.index(of: page)] { return section }
        return take(Self.index(of: page), for: place)
    }

    /// Takes the file of an alias; pages come first.
    mutating func take(_ alias: AliasPath, for place: Place) -> Place? {
        let file = alias.file.lowercased()
        if let section = sections[file] { return section }
        return take(file, for: place)
    }

    /// A file cannot stand where a folder does.
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

    /// `a`, `a/b` for `a/b/c.html`.
    private static func folders(above file: String) -> [String] {
        let bytes = file.utf8
        return bytes.indices.filter { bytes[$0] == UInt8(ascii: "/") }.map { String(file[..<$0]) }
    }
}
