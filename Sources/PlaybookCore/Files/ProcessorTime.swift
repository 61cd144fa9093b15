import CPlatform

/// The processor time that this program and the ended programs that it ran have taken, on all cores.
package func processorTime() -> Duration { .microseconds(platform_processor_microseconds()) }
