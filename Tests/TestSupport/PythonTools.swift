import Foundation

/// The tools from PyPI that `make test` installs into `.venv` (Tests/requirements.txt).
package enum PythonTools {
    private static let python = Places.repository.appending(path: ".venv/bin/python3")

    package static var isThere: Bool { Places.exists(Places.repository.appending(path: ".venv/installed")) }

    /// Runs a script with them.
    package static func run(_ script: String, _ arguments: [String] = [], input: Data = Data()) throws
        -> Program.Outcome
    {
        try Program.run(python, ["-c", script] + arguments, input: input)
    }

    /// Runs a script of the repository with them.
    ///
    /// - Parameter file: its path below the repository, such as `Tests/Hostile/hostile.py`.
    package static func run(file: String, _ arguments: [String]) throws -> Program.Outcome {
        try Program.run(python, [Places.repository.appending(path: file).path] + arguments)
    }
}
