import PlaybookContent

/// A fault of the program itself, for which it ends before it writes a site or a message.
package struct InternalFault: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }

    /// - Throws: an `InternalFault` that names the files, where some were read but are neither in the library nor
    ///   have an error.
    package static func check(_ loaded: LoadedContent) throws {
        guard let first = loaded.lostFiles.first else { return }
        let others = loaded.lostFiles.count - 1
        let more = others == 0 ? "" : " (and \(others) more \(others == 1 ? "file" : "files"))"
        throw InternalFault(
            description: "\(first.path)\(more) was read, but is neither in the library nor has an error. "
                + "This is a fault of playbook: please report it. No site and no message was written.")
    }
}
