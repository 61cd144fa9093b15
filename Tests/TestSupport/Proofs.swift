import Foundation

/// How much of a long proof runs. `make test` runs a little of each; `make test-proofs` runs all, or with `PROOFS=20` a twentieth.
package enum Proofs {
    /// What the whole is divided by; nil in `make test`, which runs a little of each.
    private static let divisor = ProcessInfo.processInfo.environment["PLAYBOOK_PROOFS"].flatMap { Int($0) }

    /// How many cases a proof goes through.
    ///
    /// - Parameters:
    ///   - whole: the cases of the whole proof.
    ///   - little: the cases that `make test` runs: seconds at most.
    package static func cases(of whole: Int, little: Int) -> Int {
        guard let divisor, divisor > 0 else { return little }
        return max(little, whole / divisor)
    }
}
