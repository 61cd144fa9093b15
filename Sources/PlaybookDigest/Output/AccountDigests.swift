import PlaybookCore
import PlaybookModel

/// What is kept of an account's messages when they are written: enough for lists of them, not the messages.
package struct AccountDigests: Sendable {
    /// Without candidates and what was chosen; a message's items say that.
    package let selection: AccountSelection
    /// In the order of the selection's contacts; so is the following.
    package let messages: [WrittenMessage?]
    /// Why a contact has no message, in one sentence.
    package let why: [String?]
    /// Nil where nobody at the account can get anything; else in how many of its next two due months somebody would get a message.
    let runway: Int?
}

/// A message that was written.
package struct WrittenMessage: Sendable {
    /// A snippet in it.
    package struct Item: Sendable {
        /// The snippet's number in the library.
        package let snippet: Int
        /// Its points in sum.
        package let total: Int
        /// Why the reader gets it, in the message's language; empty where nobody asked for it.
        package let reason: String
    }

    package let subject: String
    /// Of the message as it is sent, in bytes; 0 where it was not written.
    package let size: Int
    /// Below the month's folder, without `.eml`.
    package let path: String
    /// In the order in which the message shows them.
    package let items: [Item]
}
