/// Somebody at the company.
package struct Person: Sendable, Hashable {
    package var name: String
    package var email: String?

    package init(name: String, email: String? = nil) {
        self.name = name
        self.email = email
    }
}
