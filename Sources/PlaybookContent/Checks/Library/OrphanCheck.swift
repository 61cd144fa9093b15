import PlaybookCore
import PlaybookModel

extension Rule {
    static let orphanChapter = Rule(
        "orphan-chapter",
        "A hidden chapter that nothing links to.",
        severity: .warning, canBeLowered: true,
        why: "It is built, but no reader can find it.",
        example: "hidden: true   # and no chapter links here",
        instead: "hidden: true   # and the overview links here")

    static let unusedAsset = Rule(
        "unused-asset",
        "A file in `assets/` that nothing links to.",
        severity: .warning, canBeLowered: true,
        why: "It is published, although nobody needs it.",
        example: "assets/old-logo.svg   # no chapter shows it",
        instead: "![Our logo](../assets/logo.svg)")
}

/// The findings about hidden chapters that no reader can find, because no chapter that can be found links to them.
///
/// - Parameter keys: what the front matter of each chapter says about its page.
func checkOrphans(_ chapters: [Chapter], _ keys: [PageKeys]) -> [Diagnostic] {
    guard chapters.contains(where: { $0.frontMatter.hidden }) else { return [] }
    let byPath = Dictionary(chapters.map { ($0.path, $0) }) { first, _ in first }
    var reached = Set(chapters.filter { !$0.frontMatter.hidden }.map(\.path))
    var waiting = Array(reached)
    while let path = waiting.popLast() {
        for case .chapter(let target, _)? in byPath[path]?.links ?? []
        where reached.insert(target).inserted {
            waiting.append(target)
        }
    }
    return zip(chapters, keys).compactMap { chapter, keys in
        guard !reached.contains(chapter.path) else { return nil }
        return Diagnostic(
            .orphanChapter, "it is hidden, and no chapter links to it",
            at: chapter.source.place(keys.hidden ?? 0..<0), help: "link to it, or remove `hidden`")
    }
}

/// The findings about files in `assets/` that no chapter links to, not even in raw HTML.
func checkAssets(_ assets: [String], _ chapters: [Chapter], in folder: ContentFolder) -> [Diagnostic] {
    var used: Set<String> = []
    guard !assets.isEmpty else { return [] }
    for index in chapters.indices {
        for case .asset(let name)? in chapters[index].links { used.insert(name) }
    }
    let unlinked = assets.filter { !used.contains($0) }
    guard !unlinked.isEmpty else { return [] }
    let texts = chapters.map { (chapter: $0, text: $0.source.text(0..<$0.source.bytes.count)) }
    return unlinked.compactMap { name in
        let fileName = name.pathName
        let mentions = texts.filter { $0.text.contains(fileName) }.map(\.chapter)
        // Raw HTML names files in many ways, so the last part of the name is enough there.
        if mentions.contains(where: { $0.text.hasRawHTML }) { return nil }
        // An image whose brackets do not match is text.
        let notes = mentions.map { Diagnostic.Note("its name is there, but not as a link", at: $0.source.place) }
        return Diagnostic(
            .unusedAsset, "no chapter shows `\(name)` or links to it", at: Place(file: folder.path(of: name)),
            help: "link to it, or remove the file", notes: notes)
    }
}
