import PlaybookCore
import PlaybookModel

/// What is kept of an account's messages after they are written: enough to list them, but not the messages themselves.
package struct AccountDigests: Sendable {
    /// The selection without candidates and chosen items, because `messages` has the items.
    package let selection: AccountSelection
    /// The message of each contact, in the order of the selection's contacts; nil for a contact without one.
    package let messages: [WrittenMessage?]
    /// Why a contact has no message, in one sentence. In the same order.
    package let why: [String?]
    /// In how many of the account's next two due months somebody would get a message; nil if nobody at the account can get anything.
    let runway: Int?
}

/// A message that was written.
package struct WrittenMessage: Sendable {
    /// A snippet in it.
    package struct Item: Sendable {
        /// The snippet's number in the library.
        package let snippet: Int
        /// The sum of its points.
        package let total: Int
        /// Why the reader gets it, in the message's language; empty if reasons were not requested.
        package let reason: String
    }

    package let subject: String
    /// The size of the message as it is sent, in bytes; 0 if it was not written.
    package let size: Int
    /// The path below the month's folder, without `.eml`.
    package let path: String
    /// In the order in which the message shows them.
    package let items: [Item]
}
