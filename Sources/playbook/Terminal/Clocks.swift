import PlaybookBuild
import PlaybookCore

extension Clocks {
    /// The clocks of the machine, starting now. They only measure the time of runs; no output depends on them.
    static var ofMachine: Clocks {
        let start = ContinuousClock.now
        return Clocks(wall: { start.duration(to: .now) }, processor: processorTime)
    }
}
