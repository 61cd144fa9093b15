import Foundation

/// How much of a long proof runs. `make test` runs a little of each; `make test-proofs` runs all, or with `PROOFS=20` a twentieth.
package enum Proofs {
    /// The whole proof is divided by this; nil in `make test`, which runs a little of each proof.
    private static let divisor = ProcessInfo.processInfo.environment["PLAYBOOK_PROOFS"].flatMap { Int($0) }

    /// The number of cases of a proof.
    ///
    /// - Parameters:
    ///   - whole: the cases of the whole proof.
    ///   - little: the cases that `make test` runs, which take seconds at most.
    package static func cases(of whole: Int, little: Int) -> Int {
        guard let divisor, divisor > 0 else { return little }
        return max(little, whole / divisor)
    }
}
