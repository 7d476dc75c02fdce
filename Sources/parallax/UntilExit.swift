/// Keeps values until the process ends.
///
/// Giving a large tally back piece by piece would take longer than printing it, and the system takes all memory at once.
enum UntilExit {
    static func keep<Value>(_ value: Value) { _ = Unmanaged.passRetained(Kept(value)) }

    private final class Kept<Value> {
        private let value: Value
        init(_ value: Value) { self.value = value }
    }
}
