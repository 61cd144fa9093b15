import PlaybookCore
import PlaybookModel

/// The files of a site, each with the place in the content that claims it. Case is ignored, because some disks and
/// hosts ignore it.
struct TakenPlaces {
    private var files: [String: Int32] = [:]
    /// Sections that have no page of their own get one.
    private var sections: [String: Int32] = [:]
    private var folders: [String: Int32] = [:]
    /// The places that claim them. The other properties hold indexes into this list, because a place has several texts
    /// and few places are ever read.
    private var places: [Place] = []

    /// - Parameter chapters: the chapters whose folders get a page, unless a chapter is that page.
    init(sectionsOf chapters: [Chapter]) {
        var pages: Set<String> = []
        for index in chapters.indices { pages.insert(ChapterPath(chapters[index].path).page) }
        var seen: Set<String> = []
        for index in chapters.indices {
            var folder = ChapterPath(chapters[index].path).folder
            // If a folder was seen, the folders above it were seen too.
            while !folder.isEmpty, seen.insert(folder).inserted {
                let file = Self.index(of: folder)
                if !pages.contains(folder), sections[file] == nil {
                    sections[file] = note(chapters[index].source.place)
                }
                folder = folder.pathFolder
            }
        }
    }

    private mutating func note(_ place: Place) -> Int32 {
        places.append(place)
        return Int32(places.count - 1)
    }

    /// Takes the page of a chapter.
    ///
    /// - Parameters:
    ///   - page: the folder that the page is written to.
    ///   - isChosen: true if the chapter names the page itself. Such a page cannot also be the page of a section.
    /// - Returns: the place that has already claimed it; nil if it was free.
    mutating func take(page: String, isChosen: Bool, for place: Place) -> Place? {
        let file = Self.index(of: page)
        if isChosen, let section = sections[file] { return places[Int(section)] }
        return take(file, for: place)
    }

    /// Claims the file of an alias. Pages must have been claimed before.
    mutating func take(_ alias: AliasPath, for place: Place) -> Place? {
        let file = alias.file.lowercased()
        if let section = sections[file] { return places[Int(section)] }
        return take(file, for: place)
    }

    /// Claims a file. A file cannot be where a folder is.
    private mutating func take(_ file: String, for place: Place) -> Place? {
        if let other = files[file] ?? folders[file] { return places[Int(other)] }
        let above = Self.folders(above: file)
        for folder in above { if let other = files[folder] { return places[Int(other)] } }
        let number = note(place)
        files[file] = number
        for folder in above where folders[folder] == nil { folders[folder] = number }
        return nil
    }

    private static func index(of page: String) -> String {
        page.isEmpty ? "index.html" : page.lowercased() + "/index.html"
    }

    /// All folders above a file: `a` and `a/b` for `a/b/c.html`.
    private static func folders(above file: String) -> [String] {
        var folders: [String] = []
        var folder = file.pathFolder
        while !folder.isEmpty {
            folders.append(folder)
            folder = folder.pathFolder
        }
        return folders.reversed()
    }
}
