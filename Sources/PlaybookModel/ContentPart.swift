import PlaybookCore

/// The folders in a content folder, each for one kind of file (docs/formats.md, "The folder"). Files are named from the
/// content folder: `chapters/account/stages.md`.
package enum ContentPart: String, Sendable, CaseIterable {
    case chapters, snippets, accounts, readings, touches, voice, shared, assets

    /// The endings of the files that are read there; none for `assets/`, whose files are published unchanged.
    package var endings: [String] {
        switch self {
        case .chapters, .snippets, .voice, .shared: ["md"]
        case .accounts: ["yml", "yaml", "csv"]
        case .readings, .touches: ["csv"]
        case .assets: []
        }
    }

    /// The start of the names of its files, such as `chapters/`.
    package var prefix: String {
        switch self {
        case .chapters: "chapters/"
        case .snippets: "snippets/"
        case .accounts: "accounts/"
        case .readings: "readings/"
        case .touches: "touches/"
        case .voice: "voice/"
        case .shared: "shared/"
        case .assets: "assets/"
        }
    }

    /// The name of a file, from its path below this folder: `chapters/index.md` for `index.md`.
    package func name(of path: String) -> String { prefix + path }

    /// The path of a file below this folder, from its name; nil for a file that is elsewhere.
    package func path(of name: String) -> String? { name.removingBytes(ofPrefix: prefix) }

    /// True for the name of a file that is in this folder.
    package func contains(_ name: String) -> Bool { name.startsWithBytes(of: prefix) }
}
