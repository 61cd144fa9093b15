import Foundation

/// The tools from PyPI that `make test` installs into `.venv` (Tests/requirements.txt).
public enum PythonTools {
    private static let python = Places.repository.appending(path: ".venv/bin/python3")

    public static var isThere: Bool { Places.exists(Places.repository.appending(path: ".venv/installed")) }

    /// Runs a script with them.
    public static func run(_ script: String, _ arguments: [String] = [], input: Data = Data()) throws -> Program.Outcome
    {
        try Program.run(python, ["-c", script] + arguments, input: input)
    }
}
