import PlaybookCore
import PlaybookSite
import TestSupport
import Testing

/// Files that every page refers to.
@Suite struct ThemeFileTests {
    @Test func aThemeWithoutItsStylesIsFound() throws {
        let folder = Places.repository.appending(path: "site-templates/site").path
        let templates = try readFiles(in: folder) { _ in true }
        let assets = try readFiles(in: folder + "/assets") { $0 != "site.css" }
        let found = SiteTemplates.compile(templates, assets: assets, in: "site").diagnostics
        #expect(found.map(\.rule.name) == ["missing-theme-file"])
        #expect(found.map(\.place.file) == ["site/assets/site.css"])
    }
}
