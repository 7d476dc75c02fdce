import Articles
import Words

/// Numbers the folded words of articles from 0 up; each spelling is folded once.
struct FoldedWordNumbers {
    /// By number.
    private(set) var words: [String] = []
    private var numbers: [String: Int32] = [:]
    private let cutter = PassageCutter()
    private var numbering = WordNumbers()
    /// By the number of the spelling; below 0 where it was not asked yet.
    private var numberOfSpelling: [Int32] = []

    /// For each word of a passage, in order.
    mutating func numbers(of passage: Passage, in article: Article) -> [Int32] {
        let generation = numbering.generation
        numbering.forgetIfFull()
        if numbering.generation != generation { numberOfSpelling = [] }
        let bytes = article.bytes(of: passage.field)
        let spans = cutter.words(of: passage, in: article)
        var found = numbering.numbers(of: spans, in: bytes)
        numberOfSpelling.append(contentsOf: repeatElement(-1, count: numbering.count - numberOfSpelling.count))
        for index in found.indices {
            let spelling = found[index]
            let known = spelling < 0 ? -1 : numberOfSpelling[Int(spelling)]
            found[index] = known >= 0 ? known : number(ofSpelling: spelling, spans[index], in: bytes)
        }
        return found
    }

    /// The numbers of all words in the order of the words' bytes.
    var order: [Int] {
        let heads = words.map { word in word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * max(0, 8 - word.utf8.count)) }
        return words.indices.sorted { left, right in
            heads[left] != heads[right] ? heads[left] < heads[right] : words[left].precedesInBytes(words[right])
        }
    }

    /// Of a spelling that was not asked yet.
    ///
    /// - Parameter spelling: below 0 for a word too long to have a number.
    private mutating func number(ofSpelling spelling: Int32, _ word: ByteSpan, in bytes: [UInt8]) -> Int32 {
        let number = number(of: CaseFolding.folded(bytes[word.range]))
        if spelling >= 0 { numberOfSpelling[Int(spelling)] = number }
        return number
    }

    private mutating func number(of folded: String) -> Int32 {
        if let known = numbers[folded] { return known }
        let next = Int32(words.count)
        numbers[folded] = next
        words.append(folded)
        return next
    }
}
