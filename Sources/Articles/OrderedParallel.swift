import Dispatch
import Synchronization

/// Runs a function over slices of an array on several threads and puts the results back in order.
///
/// The one place where Parallax uses more than one thread: values go in, values come out, nothing is shared between.
package struct OrderedParallel: Sendable {
    package let threads: Int

    /// Slices smaller than a thread's share, so that neither a slow article nor a processor with other work leaves the others idle at the end.
    private static let slicesOfThread = 32

    package init(threads: Int) { self.threads = max(1, threads) }

    /// The results of `transform` for all elements, in their order.
    package func map<Element: Sendable, Result: Sendable>(_ elements: [Element], _ transform: @Sendable (Element) -> Result) -> [Result] {
        map(elements, state: {}) { element, _ in transform(element) }
    }

    /// The results of `transform` for all elements, in their order; each thread has a `state` of its own to work with.
    package func map<Element: Sendable, State: ~Copyable, Result: Sendable>(
        _ elements: [Element], state makeState: @Sendable () -> State, _ transform: @Sendable (Element, inout State) -> Result
    ) -> [Result] {
        let size = max(1, elements.count / (threads * Self.slicesOfThread))
        let starts = Array(stride(from: 0, to: elements.count, by: size))
        let results = Mutex<[[Result]]>(Array(repeating: [], count: starts.count))
        let next = Atomic<Int>(0)
        @Sendable func work() {
            var state = makeState()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < starts.count else { return }
                let part = elements[starts[index]..<min(starts[index] + size, elements.count)].map { transform($0, &state) }
                results.withLock { $0[index] = part }
            }
        }
        let workers = min(threads, starts.count)
        if workers > 1 { DispatchQueue.concurrentPerform(iterations: workers) { _ in work() } } else { work() }
        // A key path would be made anew in each call, here where the types are not known, for longer than a short search takes.
        return results.withLock { parts in parts.flatMap { $0 } }
    }
}
