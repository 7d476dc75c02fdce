import Articles
import Scoring
import Words

/// The words of the articles as the search for suggestions sees them: numbered, hyphenated ones whole, covered by a hit or not.
struct SuggestionText {
    struct Token {
        /// Index into `words`.
        let word: Int
        /// Counts on through all articles, so that neighbours of two sentences are told apart.
        let sentence: Int
        let article: Int
        let passage: Int
        var span: ByteSpan
        /// The hit that it stands in; -1 for none.
        var hit: Int
        let isCapital: Bool
    }

    struct Word {
        let folded: String
        var count = 0
        /// Where a capital tells a name: not at the start of a sentence.
        var insideSentences = 0
        var capitalInside = 0
        var capitals = 0

        mutating func add(isCapital: Bool, startsSentence: Bool) {
            count += 1
            if isCapital { capitals += 1 }
            guard !startsSentence else { return }
            insideSentences += 1
            if isCapital { capitalInside += 1 }
        }

        /// Whether it is written with a capital more often than not.
        var isName: Bool {
            insideSentences > 0 ? capitalInside * 2 > insideSentences : capitals == count
        }
    }

    private(set) var tokens: [Token] = []
    private(set) var words: [Word] = []
    /// The hits that tokens refer to.
    private(set) var hits: [Hit] = []
    private var numbers: [String: Int] = [:]
    private var sentences = 0
    /// Sentences read; one that is printed again tells nothing new.
    private var seen: Set<[UInt8]> = []
    private static let longEnoughToRepeat = 40

    /// - Parameter tallies: of the articles, in their order.
    init(_ articles: [Article], tallies: [ArticleTally]) {
        for (index, article) in articles.enumerated() {
            let hits = Dictionary(grouping: tallies[index].hits, by: \.passageIndex)
            for (passage, value) in article.passages.enumerated() where value.kind.isReaderFacing {
                read(article, index, passage: passage, hits: hits[passage] ?? [])
            }
        }
    }

    private mutating func read(_ article: Article, _ index: Int, passage: Int, hits found: [Hit]) {
        let place = article.passages[passage]
        let bytes = article.bytes(of: place.field)
        let firstToken = tokens.count
        for sentence in SentenceSegmenter.sentences(in: bytes, span: place.span) where isNew(bytes[sentence.range]) {
            sentences += 1
            for (position, word) in CompoundWords.words(in: bytes, span: sentence).enumerated() {
                let number = number(of: bytes, word)
                let isCapital = Self.startsWithCapital(bytes[word.range])
                words[number].add(isCapital: isCapital, startsSentence: position == 0)
                tokens.append(
                    Token(word: number, sentence: sentences, article: index, passage: passage, span: word, hit: -1, isCapital: isCapital))
            }
        }
        mark(found, from: firstToken)
    }

    /// Whether a sentence was not read before; short ones may well be written twice.
    private mutating func isNew(_ sentence: ArraySlice<UInt8>) -> Bool {
        guard sentence.count >= Self.longEnoughToRepeat else { return true }
        return seen.insert(Array(sentence)).inserted
    }

    private mutating func number(of bytes: [UInt8], _ word: ByteSpan) -> Int {
        let folded = CaseFolding.folded(bytes[word.range])
        if let known = numbers[folded] { return known }
        numbers[folded] = words.count
        words.append(Word(folded: folded))
        return words.count - 1
    }

    private static func startsWithCapital(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        if first < 0x80 { return first >= 65 && first <= 90 }
        return String(decoding: word.prefix(4), as: UTF8.self).first?.isUppercase ?? false
    }

    private mutating func mark(_ found: [Hit], from firstToken: Int) {
        var token = firstToken
        for hit in found {
            while token < tokens.count, tokens[token].span.end <= hit.span.start { token += 1 }
            let number = hits.count
            hits.append(hit)
            var next = token
            while next < tokens.count, tokens[next].span.start < hit.span.end {
                if tokens[next].hit < 0 { tokens[next].hit = number }
                next += 1
            }
        }
    }
}

/// Words as readers see them: "anti-terrorist" is one, 's is none.
enum CompoundWords {
    static func words(in bytes: [UInt8], span: ByteSpan) -> [ByteSpan] {
        var words: [ByteSpan] = []
        for word in WordSegmenter.words(in: bytes, span: span) where !isClitic(bytes[word.range]) {
            if let last = words.last, word.start == last.end + 1, bytes[last.end] == UInt8(ascii: "-") {
                words[words.count - 1].end = word.end
            } else {
                words.append(word)
            }
        }
        return words
    }

    private static func isClitic(_ word: ArraySlice<UInt8>) -> Bool {
        word.first == UInt8(ascii: "'") || word.starts(with: [0xE2, 0x80, 0x99])
    }
}
