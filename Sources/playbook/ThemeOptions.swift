import ArgumentParser
import PlaybookBuild
import PlaybookCore

/// The option that names a folder of templates.
struct ThemeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            A folder with templates, style sheets or words that replace those of the program, file by file. Default: the folder \
            site-templates, if it exists.
            """, valueName: "folder"))
    var templates: String?

    /// The folder whose files replace the program's own; nil if there is none.
    ///
    /// - Throws: `UsageError` if the named folder does not exist.
    func folder() throws -> String? {
        let name = templates ?? "site-templates"
        if try kind(ofFile: name) == .folder { return name }
        guard let templates else { return nil }
        throw UsageError("there is no folder of templates \(templates)")
    }

    /// The theme that pages and messages are made with.
    func theme() throws -> Theme { try Theme(replacedBy: folder()) }
}
