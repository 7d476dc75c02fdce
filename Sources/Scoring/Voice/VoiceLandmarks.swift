import CVectors

/// The tokens of a passage at which some rules begin, noted while it is cut, so that these need not walk over its words.
struct VoiceLandmarks {
    /// Where a sentence may end.
    let stops: TokenNumbers
    /// Quotation marks.
    let marks: TokenNumbers
    /// Words that may say who speaks.
    let cues: TokenNumbers
    /// Words that may begin a name.
    let names: TokenNumbers

    /// How many lists there are.
    static let lists = 4

    /// None so far, with room for as many of each as `capacity` says.
    init(at numbers: UnsafeMutablePointer<Int32>, capacity: Int) {
        stops = TokenNumbers(at: numbers)
        marks = TokenNumbers(at: numbers + capacity)
        cues = TokenNumbers(at: numbers + 2 * capacity)
        names = TokenNumbers(at: numbers + 3 * capacity)
    }

    /// None, without room for any.
    init() {
        stops = TokenNumbers(at: nil)
        marks = TokenNumbers(at: nil)
        cues = TokenNumbers(at: nil)
        names = TokenNumbers(at: nil)
    }

    /// Those of a passage.
    init(_ scan: cv_voice_scan) {
        stops = TokenNumbers(at: scan.stops, count: scan.stop_count)
        marks = TokenNumbers(at: scan.marks, count: scan.mark_count)
        cues = TokenNumbers(at: scan.cues, count: scan.cue_count)
        names = TokenNumbers(at: scan.names, count: scan.name_count)
    }
}

/// The same among a passage's items, with its quotations.
struct ItemLandmarks {
    var stops, cues, names, quotations: TokenNumbers

    init(stops: TokenNumbers, cues: TokenNumbers, names: TokenNumbers, quotations: TokenNumbers) {
        (self.stops, self.cues, self.names, self.quotations) = (stops, cues, names, quotations)
    }

    /// Of a passage without quotations, whose items are its tokens.
    init(_ tokens: VoiceLandmarks) {
        self.init(stops: tokens.stops, cues: tokens.cues, names: tokens.names, quotations: TokenNumbers(at: nil))
    }
}

/// Numbers of tokens in ascending order, in memory that is used again for each passage.
///
/// Valid until the next passage is read. An index outside ends the program.
struct TokenNumbers: RandomAccessCollection {
    let base: UnsafeMutablePointer<Int32>?
    private(set) var count: Int

    /// None so far unless said otherwise, with room for as many as a passage has tokens and one more.
    init(at base: UnsafeMutablePointer<Int32>?, count: Int = 0) {
        self.base = base
        self.count = count
    }

    @inline(__always) var startIndex: Int { 0 }
    @inline(__always) var endIndex: Int { count }

    @inline(__always)
    subscript(index: Int) -> Int {
        precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "a landmark's index lies inside its passage")
        return Int(base.unsafelyUnwrapped[index])
    }

    /// The numbers from some on, `moved` less each, to the front of another list's memory or of this one's.
    func append(upTo end: Int, from next: inout Int, movedBy moved: Int, to list: inout TokenNumbers) {
        while next < count, self[next] < end {
            list.append(self[next] - moved)
            next += 1
        }
    }

    /// None, in the same memory.
    func emptied() -> TokenNumbers { TokenNumbers(at: base) }

    /// No number is appended twice, so that there is room.
    mutating func append(_ number: Int) {
        (base.unsafelyUnwrapped + count).initialize(to: Int32(truncatingIfNeeded: number))
        count += 1
    }

    /// Whether there is a number at `index`, which is not behind the last one, and less than `end`.
    @inline(__always)
    func holds(_ index: Int, below end: Int) -> Bool { index < count && self[index] < end }

    /// The index of the first number at or behind `number`, looked for from `index` on.
    func index(from index: Int, reaching number: Int) -> Int {
        var index = index
        while index < count, self[index] < number { index += 1 }
        return index
    }
}
