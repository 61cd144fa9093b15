import ArgumentParser
import PlaybookCore

@main
struct Playbook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "playbook",
        abstract:
            "Builds a retention playbook and the digests that customers get from one folder of Markdown and YAML.",
        discussion: """
            The main job is `playbook build`: the site to _site/, the digests of the month to _digests/YYYY-MM/.
            Exit codes: 0 fine; 1 the content has errors; 2 wrong usage or configuration; 3 the machine failed; \
            130 stopped by Ctrl-C (128 and the number of any other signal).
            """,
        version: programVersion,
        subcommands: [
            BuildCommand.self, CheckCommand.self, ExplainCommand.self, RenderCommand.self, SchemaCommand.self,
            InitCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch {
            leave(with: error)
        }
    }

    /// Ends the program with the exit code of product.md, saying why in one line.
    private static func leave(with error: any Error) -> Never {
        switch error {
        case let error as ExitStatus: Self.exit(withError: ExitCode(error.rawValue))
        case let error as FileError: fail(error.description, .machineFailed)
        case let error as UnfinishedExchange: fail(error.description, .machineFailed)
        case let error as Interruption:
            writeError("playbook: stopped; what was there before is as it was\n")
            // As shells count the end by a signal.
            Self.exit(withError: ExitCode(128 + error.signal))
        case let error as StagingError: fail(error.description, .wrongUsage)
        case let error as UsageError: fail(error.description, .wrongUsage)
        default:
            // The argument parser knows by itself what is help that was asked for and what is a mistake.
            let code = exitCode(for: error)
            if code == .success || code == .failure { Self.exit(withError: error) }
            writeError(fullMessage(for: error) + "\n")
            Self.exit(withError: ExitCode(ExitStatus.wrongUsage.rawValue))
        }
    }

    private static func fail(_ message: String, _ status: ExitStatus) -> Never {
        writeError("playbook: \(message)\n")
        Self.exit(withError: ExitCode(status.rawValue))
    }
}

/// How the program ends (product.md, "Commands"). Thrown where everything has been said already.
enum ExitStatus: Int32, Error {
    case contentHasErrors = 1
    case wrongUsage = 2
    case machineFailed = 3
}

/// What the user asked for cannot be; one sentence.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
