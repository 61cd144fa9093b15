import PlaybookCore

/// The files that a site is written to, each with who has it. Without regard to case, because some disks and hosts do not regard it.
struct TakenPlaces {
    private var files: [String: Int32] = [:]
    /// Sections that have no page of their own get one.
    private var sections: [String: Int32] = [:]
    private var folders: [String: Int32] = [:]
    /// Who has them: a place has several texts, and few are ever asked for.
    private var places: [Place] = []

    /// - Parameter chapters: those whose folders get a page where no chapter is that page.
    init(sectionsOf chapters: [Chapter]) {
        var pages: Set<String> = []
        for index in chapters.indices { pages.insert(ChapterPath(chapters[index].path).page) }
        var seen: Set<String> = []
        for index in chapters.indices {
            var folder = ChapterPath(chapters[index].path).folder
            // What is above a folder that was seen was seen too.
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
    ///   - isChosen: true where the chapter says so; such a page cannot be that of a section as well.
    /// - Returns: the place of another that has it.
    mutating func take(page: String, isChosen: Bool, for place: Place) -> Place? {
        let file = Self.index(of: page)
        if isChosen, let section = sections[file] { return places[Int(section)] }
        return take(file, for: place)
    }

    /// Takes the file of an alias; pages come first.
    mutating func take(_ alias: AliasPath, for place: Place) -> Place? {
        let file = alias.file.lowercased()
        if let section = sections[file] { return places[Int(section)] }
        return take(file, for: place)
    }

    /// A file cannot stand where a folder does.
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

    /// `a`, `a/b` for `a/b/c.html`.
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
