import Foundation
import PlaybookBuild

extension Clocks {
    /// The clocks of the machine. Only times of runs are measured with them; no output depends on one.
    static var ofMachine: Clocks {
        Clocks(
            wall: { elapsed(CLOCK_MONOTONIC) },
            processor: { processorTime(RUSAGE_SELF.rawValue) + processorTime(RUSAGE_CHILDREN.rawValue) })
    }
}

private func elapsed(_ clock: clockid_t) -> Duration {
    var time = timespec()
    clock_gettime(clock, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

private func processorTime(_ whose: Int32) -> Duration {
    var usage = rusage()
    getrusage(whose, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(.zero) { $0 + .seconds($1.tv_sec) + .microseconds($1.tv_usec) }
}
