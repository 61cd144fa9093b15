import PlaybookContent

/// A fault in the program itself. The program then ends before it writes a site or a message.
package struct InternalFault: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }

    /// - Throws: `InternalFault` if a file was read but is not in the library and has no error. It names the files.
    package static func check(_ loaded: LoadedContent) throws {
        guard let first = loaded.lostFiles.first else { return }
        let others = loaded.lostFiles.count - 1
        let more = others == 0 ? "" : " (and \(others) more \(others == 1 ? "file" : "files"))"
        throw InternalFault(
            description: "\(first.path)\(more) was read, but is neither in the library nor has an error. "
                + "This is a fault of playbook: please report it. No site and no message was written.")
    }
}
