import ArgumentParser
import PlaybookBuild
import PlaybookCore

@main
struct Playbook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "playbook",
        abstract:
            "Builds a retention playbook and the digests that customers get from one folder of Markdown and YAML.",
        discussion: """
            The main job is `playbook build`: the site to _site/, the digests of the month to _digests/YYYY-MM/.
            Exit codes: 0 fine; 1 the content has errors; 2 wrong usage or configuration; 3 the machine or the program failed; \
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

    /// Ends the program with one of the exit codes of README.md ("Commands"), and prints the reason in one line.
    private static func leave(with error: any Error) -> Never {
        if let ending = ending(of: error) {
            if let message = ending.message { writeError("playbook: \(message)\n") }
            Self.exit(withError: ExitCode(ending.code))
        }
        // The argument parser distinguishes between requested help and a mistake.
        let code = exitCode(for: error)
        if code == .success || code == .failure { Self.exit(withError: error) }
        writeError(fullMessage(for: error) + "\n")
        Self.exit(withError: ExitCode(ExitStatus.wrongUsage.rawValue))
    }

    /// The message and exit code for one of the program's own errors. The message is nil if everything has already been
    /// reported. The result is nil for an error of the argument parser.
    static func ending(of error: any Error) -> (message: String?, code: Int32)? {
        func ending(_ message: String?, _ status: ExitStatus) -> (String?, Int32) { (message, status.rawValue) }
        return switch error {
        case let error as ExitStatus: ending(nil, error)
        case let error as FileError: ending(error.description, .machineFailed)
        case let error as UnfinishedExchange: ending(error.description, .machineFailed)
        // The code with which shells report an end by a signal.
        case let error as Interruption: ("stopped; the old outputs are unchanged", 128 + error.signal)
        case let error as StagingError: ending(error.description, .wrongUsage)
        case let error as UsageError: ending(error.description, .wrongUsage)
        case let error as InternalFault: ending(error.description, .machineFailed)
        default: nil
        }
    }
}

/// The exit codes of the program (README.md, "Commands"). Thrown if everything has already been reported.
enum ExitStatus: Int32, Error {
    case contentHasErrors = 1
    case wrongUsage = 2
    case machineFailed = 3
}

/// The user asked for something impossible. The text is one sentence.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    /// - Parameter word: the known word that was probably meant; nil if none is near.
    init(_ description: String, didYouMean word: String? = nil) {
        self.description = description + (word.map { "; did you mean \($0)?" } ?? "")
    }
}
