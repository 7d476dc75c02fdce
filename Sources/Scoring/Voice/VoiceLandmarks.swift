/// The tokens of a passage at which some rules begin, noted while it is cut, so that these need not walk over its words.
struct VoiceLandmarks {
    /// Where a sentence may end.
    var stops: TokenNumbers
    /// Quotation marks.
    var marks: TokenNumbers

    /// None so far, with room for as many of each as `capacity` says.
    init(at numbers: UnsafeMutablePointer<Int32>?, capacity: Int) {
        stops = TokenNumbers(at: numbers)
        marks = TokenNumbers(at: numbers.map { $0 + capacity })
    }
}

/// Numbers of tokens in ascending order, in memory that is used again for each passage.
///
/// Valid until the next passage is read. An index outside ends the program.
struct TokenNumbers: RandomAccessCollection {
    private let first: UnsafeMutablePointer<Int32>?
    private(set) var count = 0

    /// None so far, with room for as many as a passage has tokens and one more.
    init(at first: UnsafeMutablePointer<Int32>?) { self.first = first }

    @inline(__always) var startIndex: Int { 0 }
    @inline(__always) var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Int {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a landmark's index lies inside its passage")
        return Int(first.unsafelyUnwrapped[index])
    }

    /// None, in the same memory.
    func emptied() -> TokenNumbers { TokenNumbers(at: first) }

    /// No number is appended twice, so that there is room.
    mutating func append(_ number: Int) {
        (first.unsafelyUnwrapped + count).initialize(to: Int32(truncatingIfNeeded: number))
        count += 1
    }

    /// The index of the first number at or behind `number`, looked for from `index` on.
    func index(from index: Int, reaching number: Int) -> Int {
        var index = index
        while index < count, self[index] < number { index += 1 }
        return index
    }
}
