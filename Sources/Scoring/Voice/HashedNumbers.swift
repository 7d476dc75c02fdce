/// Small numbers by the hashes of words: a table with open addressing, since a dictionary would hash the hashes once more.
struct HashedNumbers: Sendable {
    private struct Slot: Sendable {
        var key: UInt64 = 0
        /// -1 where the slot is free.
        var number = -1
    }

    private var slots: [Slot] = []
    private var count = 0
    /// How far a product is shifted to give a slot.
    private var shift: UInt64 = 64

    /// Odd and drawn anew in each run, so that no text can be written whose words all want one slot. Nothing shows the order of the slots.
    private static let multiplier = UInt64.random(in: 0...UInt64.max) | 1

    subscript(key: UInt64) -> Int? {
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
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* Self.multiplier) &>> shift)
        while slots[slot].number >= 0, slots[slot].key != key { slot = (slot &+ 1) & (slots.count &- 1) }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: max(32, old.count * 2))
        shift = 64 - UInt64(slots.count.trailingZeroBitCount)
        for entry in old where entry.number >= 0 { slots[slot(of: entry.key)] = entry }
    }
}
