import Synchronization

/// Records the steps of a run: the time that each took, and the progress of the current step. It may be called from
/// several threads.
package final class StepRecorder: Sendable {
    private struct State {
        var timings: [StepTiming] = []
        /// The current step, and the values of the clocks when it began.
        var current: (progress: StepProgress, wall: Duration, processor: Duration)?
    }

    private let clocks: Clocks
    private let start: Duration
    private let state = Mutex(State())

    /// Starts the measurement of a run.
    package init(_ clocks: Clocks) {
        self.clocks = clocks
        start = clocks.wall()
    }

    /// The time since the run began.
    package var elapsed: Duration { clocks.wall() - start }

    /// The progress of the current step; nil before the first step and after the last.
    package var progress: StepProgress? { state.withLock { $0.current?.progress } }

    /// The timings of the steps so far, in the order in which they first began. The time of the current step is not yet
    /// included.
    package var timings: [StepTiming] { state.withLock { $0.timings } }

    /// Begins a step and ends the one before it. If the step has been begun before, its time is added to.
    ///
    /// - Parameter expected: the number of units to do; nil if it is not known.
    package func begin(_ step: Step, of expected: Int? = nil) {
        change { state, wall, processor in
            state.current = (StepProgress(step: step, expected: expected), wall, processor)
            if !state.timings.contains(where: { $0.step == step }) { state.timings.append(StepTiming(step)) }
        }
    }

    /// Ends the last step.
    package func end() { change { _, _, _ in } }

    /// Counts one finished unit of the current step.
    func advance() { state.withLock { $0.current?.progress.done += 1 } }

    /// Adds files that the current step has read or written.
    func count(files: Int, bytes: Int) {
        state.withLock { state in
            guard let step = state.current?.progress.step,
                let index = state.timings.firstIndex(where: { $0.step == step })
            else { return }
            state.timings[index].files += files
            state.timings[index].bytes += bytes
        }
    }

    private func change(_ body: (inout State, _ wall: Duration, _ processor: Duration) -> Void) {
        let (wall, processor) = (clocks.wall(), clocks.processor())
        state.withLock { state in
            if let current = state.current,
                let index = state.timings.firstIndex(where: { $0.step == current.progress.step })
            {
                state.timings[index].wall += wall - current.wall
                state.timings[index].processor += processor - current.processor
            }
            state.current = nil
            body(&state, wall, processor)
        }
    }
}
