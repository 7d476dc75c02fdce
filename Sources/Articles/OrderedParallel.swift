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
        let sliceCount = (elements.count + size - 1) / size
        // Each slice puts its results where they belong, so that none is copied.
        return unsafe [Result](unsafeUninitializedCapacity: elements.count) { results, count in
            let room = unsafe ResultRoom(first: results.baseAddress)
            let next = Atomic<Int>(0)
            @Sendable func work() {
                var state = makeState()
                while true {
                    let slice = next.add(1, ordering: .relaxed).oldValue
                    guard slice < sliceCount else { return }
                    for index in slice * size..<min((slice + 1) * size, elements.count) {
                        room.put(transform(elements[index], &state), at: index)
                    }
                }
            }
            let workers = min(threads, sliceCount)
            if workers > 1 { DispatchQueue.concurrentPerform(iterations: workers) { _ in work() } } else { work() }
            count = elements.count
        }
    }
}

/// Memory for results, into each place of which one thread puts one.
@safe
private struct ResultRoom<Result>: @unchecked Sendable {
    private let first: UnsafeMutablePointer<Result>?

    @unsafe
    init(first: UnsafeMutablePointer<Result>?) { unsafe self.first = first }

    func put(_ result: consuming Result, at index: Int) { unsafe first.unsafelyUnwrapped.advanced(by: index).initialize(to: result) }
}
