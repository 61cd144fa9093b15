/// A name and an e-mail address.
package struct Mailbox: Sendable, Hashable {
    package var name: String
    package var email: String

    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}
