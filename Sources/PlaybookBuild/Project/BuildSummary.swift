import PlaybookCore
import PlaybookDigest

/// What a build has made.
package struct BuildSummary: Sendable {
    /// The month of the digests, and of what the site shows of them.
    package let month: YearMonth
    /// How many chapters the site has; nil where no site was made.
    package let chapters: Int?
    /// Nil where none were made.
    package let digests: Digests?
    /// Where the digests stand below the output folder.
    package let digestFolder: String

    /// The summary as lines for people.
    ///
    /// - Parameter folder: the output folder, as the user wrote it.
    package func text(in folder: String) -> String {
        let place = folder == "." ? "" : folder + "/"
        var text = ""
        if let chapters {
            text +=
                "Site: \(chapters) \(chapters == 1 ? "chapter" : "chapters") in "
                + "\(place)\(WantedOutputs.siteFolder)/\n"
        }
        if let digests {
            let messages = "\(digests.messageCount) \(digests.messageCount == 1 ? "message" : "messages")"
            text += "Digests: \(messages) for \(month.englishName) \(month.year) in \(place)\(digestFolder)/\n"
            text += digests.summary
        }
        return text
    }
}
