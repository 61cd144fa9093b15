import ArgumentParser
import Foundation
import PlaybookContent
import PlaybookCore
import PlaybookDigest
import PlaybookModel

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says why each contact gets, or does not get, each snippet.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The id of an account. Default: all accounts.")
    var account: String?

    @Option(help: ArgumentHelp("Only this contact.", valueName: "email"))
    var contact: String?

    @Option(
        help: ArgumentHelp(
            "The month, YYYY-MM. Default: the month of the day that counts as today.", valueName: "month"))
    var month: YearMonth?

    @Option(help: "text for people; json for programs, with one object on each line.")
    var format = Format.text

    @OptionGroup var options: ContentOptions

    func run() async throws {
        let loaded = try await options.load(forSite: false)
        writeError(try text(of: loaded.diagnostics, as: .text, for: STDERR_FILENO))
        guard let library = loaded.library else { throw ExitStatus.contentHasErrors }
        try checkArguments(library)
        let run = SelectionRun(
            library: library, ledger: .empty, month: month ?? loaded.asOf.yearMonth, asOf: loaded.asOf)
        for account in library.accounts where isWanted(account) {
            let selection = run.explanation(of: account)
            // Mailboxes are compared without case. From here on, the spelling in the account is used.
            let contact = contact.flatMap { sameMailbox(as: $0, in: account.contacts.map(\.email)) }
            switch format {
            case .text: try writeOutput(explanationText(selection, library: library, contact: contact) + "\n")
            case .json: try writeOutput(explanationJSON(selection, library: library, contact: contact) + "\n")
            }
        }
    }

    private func isWanted(_ candidate: Account) -> Bool {
        (account == nil || candidate.id == account)
            && (contact == nil || candidate.contacts.contains { sameMailbox(as: contact ?? "", in: [$0.email]) != nil })
    }

    private func checkArguments(_ library: Library) throws {
        if let account, library.account(account) == nil {
            let near = nearest(to: account, among: library.accounts.map(\.id))
            throw UsageError("there is no account \(account)", didYouMean: near)
        }
        if let contact, !library.accounts.contains(where: isWanted) {
            let accounts = library.accounts.filter { account == nil || $0.id == account }
            let near = nearest(to: contact, among: accounts.flatMap { $0.contacts.map(\.email) })
            throw UsageError("there is no contact \(contact)", didYouMean: near)
        }
    }
}
