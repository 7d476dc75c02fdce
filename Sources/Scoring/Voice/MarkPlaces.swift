import CVectors
import Words

/// Where quotation marks may begin in a text, in memory that one text after the other uses.
struct MarkPlaces: ~Copyable {
    private let path: InstructionPath
    /// Of each block of 64 bytes where marks may begin in it, bit i for byte i, and how many before it.
    private var masks = FlatBuffer<UInt64>()
    private var firsts = FlatBuffer<UInt32>()
    /// The blocks that have any.
    private var listed = FlatBuffer<UInt32>()
    private var places = FlatBuffer<UInt32>()
    private(set) var count = 0

    /// Bytes; places in a longer text do not fit in 32 bits.
    static let longestText = 1 << 32 - 1

    init(path: InstructionPath) { self.path = path }

    /// Finds all places of a text; none in one that is longer than `longestText`.
    ///
    /// - Complexity: O(bytes of the text).
    mutating func find(in text: UnsafeBufferPointer<UInt8>) {
        count = 0
        guard text.count <= Self.longestText else { return }
        let blocks = text.count / 64 + 1
        masks.reserve(blocks)
        firsts.reserve(blocks)
        listed.reserve(blocks)
        var found = cv_marks(masks: masks.base, firsts: firsts.base, listed: listed.base, listed_count: 0, count: 0)
        cv_quotes(path.kernels, text.baseAddress, text.count, &found)
        places.reserve(found.count + 2)
        cv_quote_places(path.kernels, &found, places.base)
        count = found.count
    }

    /// Ascending, for as long as no others are found.
    var all: UnsafeBufferPointer<UInt32> { places.prefix(count) }

    /// Lists those of some stretches of the text in which marks may begin, in order; gives how many. `marked` needs room for all and one more.
    ///
    /// - Complexity: O(stretches).
    func list(_ stretches: UnsafeBufferPointer<cv_named_stretch>, to marked: UnsafeMutablePointer<cv_marked_stretch>) -> Int {
        var marks = cv_marks(masks: masks.base, firsts: firsts.base, listed: listed.base, listed_count: 0, count: count)
        return cv_marked_stretches(path.kernels, &marks, stretches.baseAddress, stretches.count, marked)
    }
}
