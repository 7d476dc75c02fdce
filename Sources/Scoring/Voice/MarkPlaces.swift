import CVectors
import Words

/// Where quotation marks may begin in a text, in memory that one text after the other uses.
struct MarkPlaces: ~Copyable {
    private let path: InstructionPath
    /// The blocks of 64 bytes that have marks, bit i for byte i; and their first bytes.
    private var masks = FlatBuffer<UInt64>()
    private var starts = FlatBuffer<UInt32>()
    private var places = FlatBuffer<UInt32>()
    private var count = 0

    /// Bytes; places in a longer text do not fit in 32 bits.
    static let longestText = 1 << 32 - 1

    init(path: InstructionPath) { self.path = path }

    /// Finds all places of a text; none in one that is longer than `longestText`.
    ///
    /// - Complexity: O(bytes of the text).
    mutating func find(in text: UnsafeBufferPointer<UInt8>) {
        count = 0
        places[0] = .max
        guard text.count <= Self.longestText else { return }
        let blocks = text.count / 64 + 2
        masks.reserve(blocks)
        starts.reserve(blocks)
        var found = cv_marks(masks: masks.base, starts: starts.base, block_count: 0, count: 0)
        cv_quotes(path.kernels, text.baseAddress, text.count, &found)
        places.reserve(found.count + 2)
        cv_quote_places(path.kernels, &found, places.base)
        count = found.count
        places[count] = .max
    }

    /// Ascending, for as long as no others are found; one of no text stands behind the last.
    var all: UnsafeBufferPointer<UInt32> { places.prefix(count) }
}
