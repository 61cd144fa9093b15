import PlaybookBuild
import PlaybookCore
import Synchronization
import TestSupport
import Testing

/// The steps of a run, with clocks that advance each time they are read: the wall clock by one second, the processor clock by two.
@Suite struct StepRecorderTests {
    private final class Ticks: Sendable {
        private let count = Mutex(0)

        func next(_ seconds: Int) -> Duration {
            count.withLock { count in
                count += 1
                return .seconds(count * seconds)
            }
        }
    }

    private func recorder() -> StepRecorder {
        let (wall, processor) = (Ticks(), Ticks())
        return StepRecorder(Clocks(wall: { wall.next(1) }, processor: { processor.next(2) }))
    }

    @Test func aStepThatComesAgainContinues() {
        let recorder = recorder()
        #expect(recorder.progress == nil)
        recorder.begin(.readingTemplates)
        recorder.begin(.readingHistory)
        #expect(recorder.progress?.step == .readingHistory && recorder.progress?.expected == nil)
        recorder.begin(.readingTemplates)
        recorder.end()
        recorder.end()
        #expect(recorder.progress == nil)
        #expect(recorder.timings.map(\.step) == [.readingTemplates, .readingHistory])
        #expect(recorder.timings.map(\.wall) == [.seconds(2), .seconds(1)])
        #expect(recorder.timings.map(\.processor) == [.seconds(4), .seconds(2)])
        #expect(
            recorder.timings.table == """
                step                    wall  processor  files  bytes
                reading templates    2.000 s    4.000 s
                reading the history  1.000 s    2.000 s
                all                  3.000 s    6.000 s

                """)
    }

    @Test func aBuildSaysHowFarItIs() async throws {
        let recorder = recorder()
        let project = Project(
            content: Places.repository.appending(path: "content").path, recorder: recorder
        ) { _ in CalendarDate(days: 20_779) }
        let loaded = try await project.load()
        let (inputs, findings) = await project.inputs(of: loaded, for: WantedOutputs(), with: try Theme())
        let seen = Seen(recorder)
        _ = try await #require(inputs).build(findings, into: { _ in seen }) { _ in true }
        for step in [Step.makingPages, .makingPrintPages] {
            let last = try #require(seen.last[step])
            let expected = try #require(last.expected)
            // The last files arrive at the same time, at most one from each core.
            #expect(last.done < expected && last.done >= max(0, expected - 64), "\(last)")
        }
        #expect(seen.last[.makingMessages]?.expected == loaded.library?.accounts.count)
        #expect(seen.last[.makingMessages]?.step.unit == "accounts")
    }

    /// A sink that records the progress of the step when a file arrives.
    private final class Seen: OutputSink {
        private let recorder: StepRecorder
        private let kept = Mutex<[Step: StepProgress]>([:])

        init(_ recorder: StepRecorder) { self.recorder = recorder }

        var last: [Step: StepProgress] { kept.withLock { $0 } }

        func write(_ file: OutputFile) {
            // Files arrive from several threads.
            kept.withLock { kept in
                guard let now = recorder.progress, now.done >= kept[now.step]?.done ?? 0 else { return }
                kept[now.step] = now
            }
        }
    }
}
