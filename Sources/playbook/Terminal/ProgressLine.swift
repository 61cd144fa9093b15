import Foundation
import PlaybookBuild
import Synchronization

/// A line on the terminal that shows what a run is doing, for runs of more than a second. It is rewritten in place, and erased at the end.
final class ProgressLine: Sendable {
    private struct State {
        /// The text of the line; nil while it is not shown.
        var shown: String?
        var hasEnded = false
    }

    private let recorder: StepRecorder
    private let state = Mutex(State())

    /// - Parameter isWanted: false to show nothing.
    init(of recorder: StepRecorder, isWanted: Bool) {
        self.recorder = recorder
        guard isWanted else { return }
        // It has its own thread, because a task would wait while all cores are busy.
        Thread.detachNewThread { [self] in
            while draw() { usleep(100_000) }
        }
    }

    /// Writes a text to standard error that stays there.
    func write(_ text: String) {
        state.withLock { state in
            Self.erase(&state)
            writeError(text)
        }
    }

    /// Erases the line and stops showing it.
    func end() {
        state.withLock { state in
            Self.erase(&state)
            state.hasEnded = true
        }
    }

    /// - Returns: false if the run has ended.
    private func draw() -> Bool {
        state.withLock { state in
            guard !state.hasEnded else { return false }
            guard recorder.elapsed >= .seconds(1), let progress = recorder.progress else { return true }
            let text = String(progressText(progress).prefix(max(1, terminalWidth() - 1)))
            if state.shown != text { writeError("\r\u{1B}[K" + text) }
            state.shown = text
            return true
        }
    }

    private static func erase(_ state: inout State) {
        guard state.shown != nil else { return }
        writeError("\r\u{1B}[K")
        state.shown = nil
    }
}

/// `making pages: 120 of 9720 pages`; without numbers if nothing is counted.
func progressText(_ progress: StepProgress) -> String {
    let step = progress.step.rawValue
    if let expected = progress.expected { return "\(step): \(progress.done) of \(expected) \(progress.step.unit)" }
    return progress.done == 0 ? step : "\(step): \(progress.done) \(progress.step.unit)"
}

/// True if a line may be rewritten: on a terminal that is not the log of a CI service, unless the user set NO_COLOR.
func showsProgress(on descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && allowsProgress(ProcessInfo.processInfo.environment)
}

func allowsProgress(_ environment: [String: String]) -> Bool {
    allowsColour(environment) && ["", "false", "0"].contains(environment["CI"] ?? "")
}

/// The number of columns of the terminal on standard error.
private func terminalWidth() -> Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}
