import CPlatform

/// The user or the system asked the program to stop, with SIGINT (Ctrl-C), SIGTERM or SIGHUP.
package struct Interruption: Error, Sendable, Hashable {
    /// The number of the signal.
    package let signal: Int32

    /// Until `stopWatching` is called, such a signal is only recorded (see `noted`). A second one ends the program.
    static func watch() { platform_watch_signals() }

    static func stopWatching() { platform_unwatch_signals() }

    /// The signal that was received; nil if none was.
    static var noted: Interruption? {
        let signal = platform_caught_signal()
        return signal == 0 ? nil : Interruption(signal: signal)
    }
}
