import PlaybookContent
import PlaybookCore

/// The files of a site that are for programs: servers, feed readers, search engines that must stay out.
struct Outputs: Sendable {
    let library: Library
    let tree: SiteTree

    static let feedPath = "feed.xml"

    private var site: Configuration.Site { library.configuration.site }
    private var chapters: [SiteTree.Page] { tree.pages.filter { $0.chapter != nil && !$0.isHidden } }

    /// All but the redirects and twins.
    func files(pages: [String]) -> [OutputFile] {
        var files = [
            // The site is for inside: no crawler may keep a page of it.
            OutputFile(path: "robots.txt", text: "User-agent: *\nDisallow: /\n"),
            OutputFile(path: "_headers", text: headers),
            OutputFile(path: "llms.txt", text: llms),
        ]
        guard let base = site.baseURL else { return files }
        let addresses = pages.map { "<url><loc>\(escaped(absoluteAddress(of: $0, base: base)))</loc></url>\n" }
        files.append(
            OutputFile(
                path: "sitemap.xml",
                text:
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                    + addresses.joined() + "</urlset>\n"))
        return files
    }

    /// A page at each alias of a chapter that leads to it; none where a page stands already, which `aliasDiagnostics` reports.
    ///
    /// - Parameter folders: those of all pages, in lower case.
    func redirects(besides folders: Set<String>) -> [OutputFile] {
        var taken: Set<String> = []
        return tree.pages.flatMap { page -> [OutputFile] in
            (page.chapter?.frontMatter.aliases ?? []).compactMap { alias in
                guard let path = AliasPath(alias), !folders.contains(path.address.lowercased()),
                    taken.insert(path.file.lowercased()).inserted
                else { return nil }
                let target = escaped(address(from: path.folder, toPage: page.folder))
                let html = """
                    <!doctype html>
                    <html lang="\(escaped(site.language))">
                    <head>
                    <meta charset="utf-8">
                    <meta name="robots" content="noindex, nofollow">
                    <title>\(escaped(page.title))</title>
                    <meta http-equiv="refresh" content="0; url=\(target)">
                    </head>
                    <body>
                    <p>This page is now at <a href="\(target)">\(escaped(page.title))</a>.</p>
                    </body>
                    </html>

                    """
                return OutputFile(path: path.file, text: html)
            }
        }
    }

    /// The Markdown of a chapter beside its page, without what colleagues say among themselves.
    func twin(of page: SiteTree.Page) -> OutputFile? {
        guard let chapter = page.chapter, !page.isHidden else { return nil }
        let bytes = sourceWithoutInternalParts(of: chapter)
        return OutputFile(path: page.folder.isEmpty ? "index.md" : page.folder + "/index.md", bytes: bytes)
    }

    // Netlify's and Cloudflare's format. The policy is that of the pages, and what a meta element cannot say.
    private var headers: String {
        """
        /*
          Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
          X-Content-Type-Options: nosniff
          Referrer-Policy: same-origin
          X-Robots-Tag: noindex, nofollow
          Cross-Origin-Opener-Policy: same-origin

        /assets/*
          Cache-Control: public, max-age=31536000, immutable

        """
    }

    // llmstxt.org: a title, then links to Markdown.
    private var llms: String {
        var text = "# \(site.title)\n\n"
        if let description = tree.pages[0].description { text += "> \(description)\n\n" }
        text += "## Chapters\n\n"
        for page in chapters {
            let file = page.folder.isEmpty ? "index.md" : page.folder + "/index.md"
            let link = (site.baseURL ?? "") + address(from: "", toFile: file)
            text += "- [\(page.title)](\(link))" + (page.description.map { ": \($0)" } ?? "") + "\n"
        }
        return text
    }
}

/// A text for XML and HTML, also between quotes.
func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing(
        "\"", with: "&quot;")
}
