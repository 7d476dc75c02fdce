/// The numbers of a pattern's words, a few of them in place: nearly all patterns have no more, and an array of each would be most of what a lexicon's tables
/// cost to make.
struct PatternWords: RandomAccessCollection, Sendable {
    private var few: (Int32, Int32, Int32) = (0, 0, 0)
    private var fewCount: Int32 = 0
    /// All of them, where there are more.
    private var many: [Int32]?

    private static let mostInPlace: Int32 = 3

    init() {}

    init(_ words: some Sequence<Int32>) {
        for word in words { append(word) }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { many?.count ?? Int(fewCount) }

    subscript(place: Int) -> Int32 {
        if let many { return many[place] }
        precondition(place >= 0 && place < fewCount, "the place of a word that there is")
        return place == 0 ? few.0 : place == 1 ? few.1 : few.2
    }

    mutating func append(_ word: Int32) {
        if many != nil || fewCount == Self.mostInPlace {
            many = (many ?? Array(self)) + [word]
            return
        }
        switch fewCount {
        case 0: few.0 = word
        case 1: few.1 = word
        default: few.2 = word
        }
        fewCount += 1
    }

    /// Hands on the bytes of the numbers, one behind the other.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let many { return many.withUnsafeBytes { body($0.bindMemory(to: UInt8.self)) } }
        return withUnsafeBytes(of: few) {
            body(UnsafeRawBufferPointer(rebasing: $0[..<(Int(fewCount) * MemoryLayout<Int32>.size)]).bindMemory(to: UInt8.self))
        }
    }
}
