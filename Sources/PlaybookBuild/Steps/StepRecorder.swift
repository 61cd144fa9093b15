import Synchronization

/// Notes the steps of a run: what each took, and how far the present one is. It is told from several threads.
package final class StepRecorder: Sendable {
    private struct State {
        var timings: [StepTiming] = []
        /// The present step, and the clocks when it began.
        var current: (progress: StepProgress, wall: Duration, processor: Duration)?
    }

    private let clocks: Clocks
    private let start: Duration
    private let state = Mutex(State())

    /// The run begins now.
    package init(_ clocks: Clocks) {
        self.clocks = clocks
        start = clocks.wall()
    }

    /// The time since the run began.
    package var elapsed: Duration { clocks.wall() - start }

    /// The step that the run is at; nil before the first and after the last.
    package var progress: StepProgress? { state.withLock { $0.current?.progress } }

    /// The steps so far in the order in which they first began, without the present one.
    package var timings: [StepTiming] { state.withLock { $0.timings } }

    /// A step begins, and the one before it ends. A step that was there before continues.
    ///
    /// - Parameter expected: how many units there are to do; nil where that is not known.
    package func begin(_ step: Step, of expected: Int? = nil) {
        change { state, wall, processor in
            state.current = (StepProgress(step: step, expected: expected), wall, processor)
            if !state.timings.contains(where: { $0.step == step }) { state.timings.append(StepTiming(step)) }
        }
    }

    /// The last step ends.
    package func end() { change { _, _, _ in } }

    /// A unit of the present step is done.
    func advance() { state.withLock { $0.current?.progress.done += 1 } }

    /// The present step has read or written files.
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
