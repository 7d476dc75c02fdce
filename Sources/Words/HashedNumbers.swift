/// Small numbers by 64-bit hashes: a table with open addressing, since a dictionary would hash the hashes once more.
///
/// Public, since Swift inlines nothing from another module that is `package`, and other rooms look up in their hottest loops.
public struct HashedNumbers: Sendable {
    @usableFromInline
    struct Slot: Sendable {
        @usableFromInline var key: UInt64 = 0
        /// -1 where the slot is free.
        @usableFromInline var number = -1

        @inlinable init() {}
        @inlinable init(key: UInt64, number: Int) { (self.key, self.number) = (key, number) }
    }

    @usableFromInline var slots: [Slot] = []
    @usableFromInline var count = 0
    /// How far a product is shifted to give a slot.
    @usableFromInline var shift: UInt64 = 64

    /// A copy, since a global is asked for by a call.
    @usableFromInline let factor = HashedNumbers.multiplier

    /// Odd and drawn anew in each run, so that no text can be written whose words all want one slot. Nothing shows the order of the slots.
    @usableFromInline static let multiplier = UInt64.random(in: 0...UInt64.max) | 1

    /// - Parameter capacity: how many keys are expected; the table grows where there are more.
    public init(capacity: Int = 0) {
        guard capacity > 0 else { return }
        var size = 32
        while size < capacity * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        shift = 64 - UInt64(size.trailingZeroBitCount)
    }

    /// The most slots that are kept, and of many more than there are keys none: clearing those of one large text must not be paid for each small one behind it.
    private static let mostKeptSlots = 1 << 10
    private static let mostSlotsForKey = 8
    private static let fewestSlots = 64

    /// Forgets all keys, but keeps the room for as many.
    ///
    /// - Complexity: O(keys).
    public mutating func removeAll() {
        guard count > 0 else { return }
        guard slots.count <= Self.mostKeptSlots else { return self = HashedNumbers() }
        guard slots.count <= max(Self.fewestSlots, Self.mostSlotsForKey * count) else {
            return self = HashedNumbers(capacity: Self.fewestSlots / 2)
        }
        slots.withUnsafeMutableBufferPointer { $0.update(repeating: Slot()) }
        count = 0
    }

    @inlinable public subscript(key: UInt64) -> Int? {
        get {
            guard count > 0 else { return nil }
            let number = slots[slot(of: key)].number
            return number < 0 ? nil : number
        }
        set {
            guard let newValue else { return }
            if count * 2 >= slots.count { grow() }
            let slot = slot(of: key)
            if slots[slot].number < 0 { count += 1 }
            slots[slot] = Slot(key: key, number: newValue)
        }
    }

    /// The slot that holds the key, else the free one where it belongs.
    @inlinable
    func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* factor) &>> shift)
        while slots[slot].number >= 0, slots[slot].key != key { slot = (slot &+ 1) & (slots.count &- 1) }
        return slot
    }

    @usableFromInline
    mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: max(32, old.count * 2))
        shift = 64 - UInt64(slots.count.trailingZeroBitCount)
        for entry in old where entry.number >= 0 { slots[slot(of: entry.key)] = entry }
    }
}
