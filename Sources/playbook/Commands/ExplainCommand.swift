import ArgumentParser
import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says why each contact gets, or does not get, each snippet.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The id of an account; else all accounts.")
    var account: String?

    @Option(help: ArgumentHelp("Only this contact.", valueName: "email"))
    var contact: String?

    @Option(help: ArgumentHelp("The month, YYYY-MM; else that of the day that counts as today.", valueName: "month"))
    var month: YearMonth?

    @Option(help: "text for people, json for programs: one object a line.")
    var format = Format.text

    @OptionGroup var options: ContentOptions

    func run() async throws {
        let loaded = try await options.load()
        writeError(try text(of: loaded.diagnostics, as: .text, for: STDERR_FILENO))
        guard let library = loaded.library else { throw ExitStatus.contentHasErrors }
        try checkArguments(library)
        let selections = select(from: library, ledger: .empty, month: month ?? loaded.asOf.yearMonth)
        let wanted = selections.filter { selection in
            (account == nil || selection.account.id == account)
                && (contact == nil || selection.contacts.contains { $0.contact.email == contact })
        }
        switch format {
        case .text:
            let texts = wanted.map { explanationText($0, library: library, contact: contact) }
            try writeOutput(texts.joined(separator: "\n"))
        case .json:
            for selection in wanted {
                try writeOutput(explanationJSON(selection, library: library, contact: contact) + "\n")
            }
        }
    }

    private func checkArguments(_ library: Library) throws {
        if let account, library.account(account) == nil {
            let near = nearest(to: account, among: library.accounts.map(\.id)).map { "; did you mean \($0)?" } ?? ""
            throw UsageError("there is no account \(account)\(near)")
        }
        let accounts = library.accounts.filter { account == nil || $0.id == account }
        if let contact, !accounts.contains(where: { $0.contacts.contains { $0.email == contact } }) {
            let near = nearest(to: contact, among: accounts.flatMap { $0.contacts.map(\.email) })
            throw UsageError("there is no contact \(contact)" + (near.map { "; did you mean \($0)?" } ?? ""))
        }
    }
}
