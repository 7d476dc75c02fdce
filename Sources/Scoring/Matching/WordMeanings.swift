/// What words of the texts mean to a lexicon: numbered, equal ones shared. Number 0 is the word that means nothing.
struct WordMeanings: Sendable {
    struct Meaning: Sendable {
        /// The word patterns that match the word, ascending.
        let patterns: [Int32]
        /// The terms of which a match can start at it, in the lexicon's order.
        let beginnings: [CompiledLexicon.Beginning]

        func matches(_ pattern: Int32) -> Bool {
            // Nearly always one to five; a search by halves pays only for hostile lexicons.
            patterns.count < 16 ? patterns.contains(pattern) : patterns[patterns.partition(before: pattern)...].first == pattern
        }
    }

    static let mostMeanings = 1 << 16

    private(set) var all = [Meaning(patterns: [], beginnings: [])]
    private var numbers: [[Int32]: Int32] = [[]: 0]

    var isFull: Bool { all.count >= Self.mostMeanings }

    mutating func number(of word: ArraySlice<UInt8>, in lexicon: CompiledLexicon) -> Int32 {
        let patterns = lexicon.words.numbers(matching: word)
        if let known = numbers[patterns] { return known }
        let number = Int32(all.count)
        numbers[patterns] = number
        all.append(Meaning(patterns: patterns, beginnings: lexicon.beginnings(at: patterns)))
        return number
    }
}

extension [Int32] {
    /// The first index, in ascending values, whose value is not below `value`.
    fileprivate func partition(before value: Int32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
