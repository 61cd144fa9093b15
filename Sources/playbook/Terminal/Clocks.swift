import PlaybookBuild
import PlaybookCore

extension Clocks {
    /// The clocks of the machine, from now on. Only times of runs are measured with them; no output depends on one.
    static var ofMachine: Clocks {
        let start = ContinuousClock.now
        return Clocks(wall: { start.duration(to: .now) }, processor: processorTime)
    }
}
