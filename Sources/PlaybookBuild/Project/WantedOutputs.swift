import PlaybookCore
import PlaybookDigest

/// The outputs that a build is asked to make.
package struct WantedOutputs: Sendable {
    package var site = true
    package var digests = true
    /// Nil for the month of the day that counts as today.
    package var month: YearMonth?
    /// The id of the only account whose digests are made; nil for all accounts.
    package var account: String?
    /// True to add all messages of the month as one file.
    package var isPacking = false

    package init() {}

    /// The folder of the site below the output folder.
    package static let siteFolder = "_site"

    /// Everything that a build may ever replace below the output folder.
    static let places = [siteFolder, "_digests", "_ledger"]

    /// The folder of the digests below the output folder.
    func digestFolder(_ month: YearMonth) -> String {
        "_digests/\(month)" + (account.map { "." + safeName($0) } ?? "")
    }
}

extension Project {
    /// Throws if an output would replace an input, or would become part of one.
    ///
    /// - Parameter folder: the output folder.
    /// - Throws: `StagingError`, `FileError`.
    package func checkPlaces(in folder: String, _ theme: Theme) throws {
        guard try kind(ofFile: content) == .folder else { return }
        try checkOutputs(
            WantedOutputs.places, in: folder,
            apartFrom: [InputFolder("the content folder", content, isReadWhole: true)]
                + (theme.folder.map { [InputFolder("the folder of templates", $0, isReadWhole: false)] } ?? []))
    }
}
