import Words

/// What words of the texts mean to a lexicon: numbered, equal ones shared, all in a few rows. Number 0 is the word that means nothing.
final class WordMeanings {
    struct Meaning {
        /// The terms of which a match can start at it, in `beginnings`: words and phrases to be looked for by meanings.
        let beginnings: RowRange
        /// Behind them plain phrases whose words the bytes tell, by the hash of their second word.
        let direct: RowRange
        /// What terms are looked for from it that begin before it, in `distant`.
        let distant: RowRange
        /// Whether a term that is looked for from it begins with it.
        let isStart: Bool
        /// Whether all are single words without conditions; then they stand by concept, then in the lexicon's order.
        let isPlain: Bool
    }

    /// The word patterns that match the word: what the words behind a term's first are asked.
    struct Matched {
        /// Ascending, in `patterns`.
        let patterns: RowRange
        let signature: PatternSignature
    }

    /// A term of which a match can start at a word, with all that the search asks of it.
    struct Beginning {
        let term: Int32
        let concept: Int32
        let pattern: Int32
        /// The words behind the first of a plain phrase, in the lexicon's `phrases`; empty for a single word; nil for other terms.
        let steps: RowRange?
        /// That of the first of `steps`, else 0.
        let secondHash: UInt64
        let hasConditions: Bool
    }

    /// The only term of a meaning besides plain phrases, where it has one that is a word without conditions; with its place in the lexicon.
    struct Single: BitwiseCopyable {
        /// Below 0 where there is none or more.
        var concept: Int32 = -1
        var framing: Int32 = -1
        var term: Int32 = -1
        /// Whether plain phrases begin with the word too.
        var beginsPhrases = false
    }

    static let mostMeanings = 1 << 16

    /// By number.
    @exclusivity(unchecked) private(set) var all = FlatList<Meaning>()
    @exclusivity(unchecked) private(set) var matched = FlatList<Matched>()
    @exclusivity(unchecked) private(set) var patterns = FlatList<Int32>()
    @exclusivity(unchecked) private(set) var beginnings = FlatList<Beginning>()
    @exclusivity(unchecked) private(set) var distant = FlatList<PatternAnchor>()
    @exclusivity(unchecked) private(set) var singles = FlatList<Single>()
    /// Of the lists of patterns by their bytes, the same as those of the meanings.
    @exclusivity(unchecked) private var numbers = ByteStringNumbers(expecting: 256)

    var isFull: Bool { all.count >= Self.mostMeanings }

    func number(of word: ByteSpan, in bytes: UnsafeBufferPointer<UInt8>, _ lexicon: CompiledLexicon) -> Int32 {
        if all.isEmpty { _ = number(of: [], in: lexicon) }
        return number(of: lexicon.words.numbers(matching: Array(bytes[word.range])[...]), in: lexicon)
    }

    private func number(of patterns: [Int32], in lexicon: CompiledLexicon) -> Int32 {
        let number = patterns.withUnsafeBytes { numbers.number(of: $0.bindMemory(to: UInt8.self)) }
        if number == all.count { add(patterns, in: lexicon) }
        return Int32(truncatingIfNeeded: number)
    }

    private func add(_ patterns: [Int32], in lexicon: CompiledLexicon) {
        let starting = lexicon.beginnings(at: patterns)
        let isPlain = starting.allSatisfy { $0.isSingleWord && !$0.hasConditions }
        let general = starting.filter { $0.isSingleWord || !lexicon.phrases.isDirect($0.pattern) }
        let ordered = isPlain ? starting.sorted { ($0.concept, $0.term) < ($1.concept, $1.term) } : general
        let direct = starting.filter { !$0.isSingleWord && lexicon.phrases.isDirect($0.pattern) }
        let phrases = direct.map { Self.beginning($0, lexicon.phrases) }.sorted { ($0.secondHash, $0.term) < ($1.secondHash, $1.term) }
        let firstBeginning = beginnings.count
        let firstPattern = self.patterns.count
        for beginning in ordered { beginnings.append(Self.beginning(beginning, lexicon.phrases)) }
        let firstDistant = distant.count
        for pattern in patterns {
            for anchor in lexicon.anchors.distant(from: pattern) { distant.append(anchor) }
        }
        let firstDirect = beginnings.count
        for phrase in phrases { beginnings.append(phrase) }
        var signature = PatternSignature()
        for pattern in patterns {
            self.patterns.append(pattern)
            signature.insert(pattern)
        }
        let single = general.count == 1 && general[0].isSingleWord && !general[0].hasConditions ? lexicon.places[general[0].term] : nil
        singles.append(
            single.map { Single(concept: $0.concept, framing: $0.framing, term: $0.term, beginsPhrases: !direct.isEmpty) } ?? Single())
        matched.append(Matched(patterns: RowRange(firstPattern, self.patterns.count), signature: signature))
        all.append(
            Meaning(
                beginnings: RowRange(firstBeginning, firstDirect),
                direct: RowRange(firstDirect, beginnings.count), distant: RowRange(firstDistant, distant.count),
                isStart: patterns.contains { lexicon.anchors.isStart($0) }, isPlain: isPlain))
    }

    /// Whether words of a meaning match a word pattern.
    @inline(__always) func matches(_ pattern: Int32, _ meaning: Int32) -> Bool {
        let range = matched.place(of: Int(meaning)).pointee.patterns
        let patterns = patterns.elements
        var low = Int(range.lowerBound)
        var high = Int(range.upperBound)
        // Nearly always one to five; halves pay only for hostile lexicons.
        while high - low > 8 {
            let middle = (low + high) / 2
            if patterns[middle] <= pattern { low = middle } else { high = middle }
        }
        while low < high {
            if patterns[low] == pattern { return true }
            low += 1
        }
        return false
    }

    /// Of phrases by the hash of their second word those with this one.
    @inline(__always) func phrases(_ range: RowRange, withSecond hash: UInt64) -> Range<Int> {
        let beginnings = beginnings.elements
        var low = Int(range.lowerBound)
        var high = Int(range.upperBound)
        let last = high
        while high - low > 4 {
            let middle = low + (high - low) / 2
            if beginnings[middle].secondHash < hash { low = middle + 1 } else { high = middle }
        }
        while low < last, beginnings[low].secondHash < hash { low += 1 }
        var end = low
        while end < last, beginnings[end].secondHash == hash { end += 1 }
        return low..<end
    }

    private static func beginning(_ beginning: CompiledLexicon.Beginning, _ phrases: PlainPhrases) -> Beginning {
        let steps = beginning.isSingleWord ? 0..<0 : phrases.ofPattern[beginning.pattern]
        let second = steps.flatMap { $0.first }.map { phrases.steps[$0].hash } ?? 0
        return Beginning(
            term: Int32(beginning.term), concept: Int32(beginning.concept), pattern: Int32(beginning.pattern),
            steps: steps.map { RowRange($0.lowerBound, $0.upperBound) }, secondHash: second, hasConditions: beginning.hasConditions)
    }
}
