import PlaybookCore
import PlaybookModel

/// The files of a site for programs: servers, feed readers, and search engines, which must stay out.
struct Outputs: Sendable {
    let library: Library
    let tree: SiteTree

    static let feedPath = "feed.xml"
    /// The policy of a page that redirects: it shows a sentence and a link, and needs nothing else.
    private static let redirectPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'"

    private var site: Configuration.Site { library.configuration.site }
    private var chapters: [SiteTree.Page] { tree.pages.filter { $0.chapter != nil && !$0.isHidden } }

    /// All files except redirects and twins.
    func files(pages: [String]) -> [OutputFile] {
        var files = [
            // The site is internal, so no crawler may index a page.
            OutputFile(path: "robots.txt", text: "User-agent: *\nDisallow: /\n"),
            OutputFile(path: "_headers", text: headers),
            OutputFile(path: "llms.txt", text: llms),
        ]
        guard let base = site.baseURL else { return files }
        let addresses = pages.map { "<url><loc>\(xmlEscaped(absoluteAddress(of: $0, base: base)))</loc></url>\n" }
        files.append(
            OutputFile(
                path: "sitemap.xml",
                text:
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                    + addresses.joined() + "</urlset>\n"))
        return files
    }

    /// The pages at the aliases of chapters, which redirect to the chapters. An alias that has the address of a page
    /// gets none; `aliasDiagnostics` reports it.
    ///
    /// - Parameter folders: the folders of all pages, in lower case.
    func redirects(besides folders: Set<String>) -> [OutputFile] {
        var taken: Set<String> = []
        return tree.pages.flatMap { page -> [OutputFile] in
            (page.chapter?.frontMatter.aliases ?? []).compactMap { alias in
                guard let path = AliasPath(alias), !folders.contains(path.address.lowercased()),
                    taken.insert(path.file.lowercased()).inserted
                else { return nil }
                let target = htmlEscaped(address(from: path.folder, toPage: page.folder))
                let html = """
                    <!doctype html>
                    <html lang="\(htmlEscaped(site.language))">
                    <head>
                    <meta charset="utf-8">
                    <meta http-equiv="Content-Security-Policy" content="\(Self.redirectPolicy)">
                    <meta name="robots" content="noindex, nofollow">
                    <title>\(htmlEscaped(page.title))</title>
                    <meta http-equiv="refresh" content="0; url=\(target)">
                    </head>
                    <body>
                    <p>This page is now at <a href="\(target)">\(htmlEscaped(page.title))</a>.</p>
                    </body>
                    </html>

                    """
                return OutputFile(path: path.file, text: html)
            }
        }
    }

    /// The Markdown twin of a chapter, without internal blocks, beside its page; nil if there is none.
    func twin(of page: SiteTree.Page) -> OutputFile? {
        guard let bytes = page.chapter?.shownSource, !page.isHidden else { return nil }
        return OutputFile(path: page.folder.isEmpty ? "index.md" : page.folder + "/index.md", bytes: bytes)
    }

    // The format of Netlify and Cloudflare. It has the policy of the pages, and what cannot be said in a meta
    // element.
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

    // llms.txt (llmstxt.org): a title, followed by links to Markdown.
    private var llms: String {
        var text = "# \(markdownLine(site.title))\n\n"
        if let description = tree.pages[0].description { text += "> \(markdownLine(description))\n\n" }
        text += "## Chapters\n\n"
        for page in chapters {
            let file = page.folder.isEmpty ? "index.md" : page.folder + "/index.md"
            // A bracket would end the address.
            let link = percentEncoded(((site.baseURL ?? "") + address(from: "", toFile: file)).utf8) { byte in
                byte != UInt8(ascii: "(") && byte != UInt8(ascii: ")")
            }
            text += "- [\(markdownLine(page.title))](\(link))"
            text += (page.description.map { ": " + markdownLine($0) } ?? "") + "\n"
        }
        return text
    }
}
