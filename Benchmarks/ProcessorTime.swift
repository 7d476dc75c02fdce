import Foundation

/// Seconds of processor time.
enum ProcessorTime {
    /// Of the calling thread.
    static var now: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

    /// Of all threads of the process.
    static var ofProcess: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
