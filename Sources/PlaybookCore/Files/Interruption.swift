import CPlatform

/// The user or the system asked the program to stop, with SIGINT (Ctrl-C), SIGTERM or SIGHUP.
package struct Interruption: Error, Sendable, Hashable {
    /// The number of the signal.
    package let signal: Int32

    /// From now on and until `stopWatching`, such a signal is only noted (see `noted`). A second one ends the
    /// program.
    static func watch() { platform_watch_signals() }

    static func stopWatching() { platform_unwatch_signals() }

    /// The signal that came; nil when there was none.
    static var noted: Interruption? {
        let signal = platform_caught_signal()
        return signal == 0 ? nil : Interruption(signal: signal)
    }
}
