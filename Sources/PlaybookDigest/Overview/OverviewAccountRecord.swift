import PlaybookCore
import PlaybookModel
import PlaybookTemplates

/// An account in the overview of a month.
struct OverviewAccountRecord: TemplateRecord {
    let result: AccountDigests
    let context: OverviewContext

    static let name = "account of the overview"
    static let fields: [TemplateField<OverviewAccountRecord>] = [
        .text("name", "its name", { $0.result.selection.account.name }),
        .text("id", "its id", { $0.result.selection.account.id }),
        .text("slot", "the day of its messages, or empty", { $0.result.selection.slot?.description }),
        .text("status", "such as `due`", { $0.result.selection.title }),
        .text("owner", "its owner's name, or empty") { record in
            record.result.selection.account.owner.flatMap { record.context.library.configuration.people[$0]?.name }
        },
        .list("contacts", "everybody, in the order of the account's file") { record in
            record.result.selection.contacts.indices.map {
                Contact(place: $0, result: record.result, context: record.context)
            }
        },
    ]

    struct Contact: TemplateRecord {
        let place: Int
        let result: AccountDigests
        let context: OverviewContext

        private var contact: ContactSelection { result.selection.contacts[place] }

        /// Why there is no message, without the status, which stands before it.
        private var why: String? {
            let why = result.why[place]
            return why == contact.explanation ? contact.detail : why
        }

        private var timing: String? {
            result.selection.slot.flatMap { slot in
                contact.timing?.explanation(slot: slot, rules: context.library.configuration.digest)
            }
        }

        /// The names of the other accounts that have the contact's address.
        private var others: String? {
            let names = context.sharing.others(of: contact.contact.email, than: result.selection.account).map(\.name)
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }

        static let name = "contact of the overview"
        static let fields: [TemplateField<Contact>] = [
            .text("name", "their name", { $0.contact.contact.name }),
            .text("email", "their address", { $0.contact.contact.email }),
            .text("roles", "with commas between them") { record in
                record.contact.contact.roles.map(record.context.library.configuration.roles.title)
                    .joined(separator: ", ")
            },
            .text("status", "such as `ready`", { $0.contact.status.title }),
            .text("why", "why there is no message, or empty", \.why),
            .text("timing", "that it is late or missed, or empty", \.timing),
            .text("also", "other accounts with the address, or empty", \.others),
            .record("message", "what they get") { record in
                record.result.messages[record.place].map { Message(message: $0, context: record.context) }
            },
        ]
    }

    struct Message: TemplateRecord {
        let message: WrittenMessage
        let context: OverviewContext

        static let name = "message of the overview"
        static let fields: [TemplateField<Message>] = [
            .text("subject", "its subject", { $0.message.subject }),
            .text("path", "of the message", { $0.message.path + ".eml" }),
            .text("html_path", "of the page that shows it as it will look", { $0.message.path + ".html" }),
            .text("size", "in KB", { "\(($0.message.size + 1_023) / 1_024)" }),
            .list("items", "what is in it") { record in
                record.message.items.map { item in
                    let snippet = record.context.library.snippets[item.snippet]
                    return Item(title: snippet.title, id: snippet.id, points: item.total)
                }
            },
        ]
    }

    struct Item: TemplateRecord {
        let title: String
        let id: String
        let points: Int

        static let name = "item of the overview"
        static let fields: [TemplateField<Item>] = [
            .text("title", "the snippet's title", \.title), .text("id", "its id", \.id),
            .text("points", "how well it fits the reader", { "\($0.points)" }),
        ]
    }
}
