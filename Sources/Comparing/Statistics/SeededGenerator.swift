/// SplitMix64: random numbers that are the same on every machine and with every version of the language.
///
/// Source: Steele, Lea and Flood (2014), Fast Splittable Pseudorandom Number Generators, OOPSLA.
package struct SeededGenerator: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A generator seeded by the data it will be used on, so that the same data give the same answer (FNV-1a over the counts).
    package init(seededBy counts: some Sequence<Int>) {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for count in counts {
            for shift in stride(from: 0, to: 64, by: 8) {
                digest = (digest ^ UInt64(truncatingIfNeeded: count >> shift) & 0xff) &* 0x0000_0100_0000_01b3
            }
        }
        self.init(seed: digest)
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to 1, of 53 bits.
    mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number from 0 to `bound` - 1, each equally likely; `bound` is above 0.
    ///
    /// Source: Lemire (2019), Fast Random Integer Generation in an Interval, ACM TOMACS 29.
    package mutating func next(below bound: Int) -> Int {
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }
}
