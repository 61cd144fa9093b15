import CPlatform

/// The processor time of this program and of the programs that it ran and that have ended, summed over all cores.
package func processorTime() -> Duration { .microseconds(platform_processor_microseconds()) }
