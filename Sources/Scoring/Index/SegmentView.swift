import Articles
import Words

/// The tables of one segment where they lie in the mapped file; valid only while the file's bytes are borrowed.
struct SegmentView {
    let layout: ColumnLayout
    let folding: String?
    let column: UnsafeBufferPointer<UInt32>
    let postings: RowView
    let spellings: RowView
    let folded: RowView
    let foldedFirst: UnsafeBufferPointer<UInt32>
    let joints: RowView
    let escapePlaces: UnsafeBufferPointer<UInt32>
    let escapeJoints: UnsafeBufferPointer<UInt32>
    let passageFirst: UnsafeBufferPointer<UInt32>
    let passageStart: UnsafeBufferPointer<UInt32>
    let passageEnd: UnsafeBufferPointer<UInt32>
    let passageKind: UnsafeBufferPointer<UInt8>
    let passageTail: UnsafeBufferPointer<UInt32>
    let sentences: RowView
    let articleNumbers: UnsafeBufferPointer<UInt32>
    let articleLanguages: UnsafeBufferPointer<UInt32>
    let articleFirst: UnsafeBufferPointer<UInt32>
    let articles: RowView
    let checkpoints: UnsafeBufferPointer<UInt32>
    private let runWords: UnsafeBufferPointer<UInt32>
    let strings: RowView
    let articleWords: UnsafeBufferPointer<UInt32>
    private let blockArticles: UnsafeBufferPointer<UInt32>
    private let blockRuns: UnsafeBufferPointer<UInt32>
    /// Of stretches of words in passages that are not searched the first word, and the word after the last, stretch by stretch.
    let unsearched: UnsafeBufferPointer<UInt32>

    /// Nil where a section lies outside the file or is not of whole numbers.
    init?(_ entry: SegmentEntry, in file: UnsafeRawBufferPointer) {
        let sections = SectionReader(entry: entry, file: file)
        guard let column = sections.numbers(.column), let postings = sections.rows(.postingStarts, .postings),
            let spellings = sections.rows(.spellingStarts, .spellings), let folded = sections.rows(.foldedStarts, .folded),
            let foldedFirst = sections.numbers(.foldedFirst), let joints = sections.rows(.jointStarts, .joints),
            let escapePlaces = sections.numbers(.escapePlaces), let escapeJoints = sections.numbers(.escapeJoints),
            let passageFirst = sections.numbers(.passageFirst), let passageStart = sections.numbers(.passageStart),
            let passageEnd = sections.numbers(.passageEnd), let passageKind = sections.bytes(.passageKind),
            let passageTail = sections.numbers(.passageTail), let sentences = sections.rows(.sentenceStarts, .sentences),
            let articleNumbers = sections.numbers(.articleNumbers), let articleFirst = sections.numbers(.articleFirst),
            let articleLanguages = sections.numbers(.articleLanguages),
            let articles = sections.rows(.articleStarts, .articles), let checkpoints = sections.numbers(.checkpoints),
            let runs = sections.numbers(.runs), let strings = sections.rows(.stringStarts, .strings),
            let articleWords = sections.numbers(.articleWords), let blockArticles = sections.numbers(.blockArticles),
            let blockRuns = sections.numbers(.blockRuns), let unsearched = sections.numbers(.unsearched)
        else { return nil }
        (layout, folding, self.column, self.postings) = (entry.layout, entry.folding, column, postings)
        (self.spellings, self.folded, self.foldedFirst, self.joints) = (spellings, folded, foldedFirst, joints)
        (self.escapePlaces, self.escapeJoints, self.passageFirst) = (escapePlaces, escapeJoints, passageFirst)
        (self.passageStart, self.passageEnd, self.passageKind) = (passageStart, passageEnd, passageKind)
        (self.passageTail, self.sentences, self.articleNumbers) = (passageTail, sentences, articleNumbers)
        (self.articleFirst, self.articles, self.checkpoints) = (articleFirst, articles, checkpoints)
        (self.articleLanguages, runWords, self.strings) = (articleLanguages, runs, strings)
        (self.articleWords, self.blockArticles, self.blockRuns) = (articleWords, blockArticles, blockRuns)
        self.unsearched = unsearched
    }

    var passageCount: Int { passageKind.count }
    func language(ofArticle article: Int) -> String? {
        let number = Int(articleLanguages[article])
        return number > 0 && number <= strings.count ? strings.string(number - 1) : nil
    }

    /// Whether all articles are of one language, of which there is one at least; seen without a branch for each.
    var isOfOneLanguage: Bool {
        guard let first = articleLanguages.first else { return false }
        var difference: UInt32 = 0
        for language in articleLanguages { difference |= language ^ first }
        return difference == 0
    }

    var runCount: Int { runWords.count / 4 }

    /// The words of a run that is not the source's own, and their voice.
    func run(_ number: Int) -> (words: Range<Int>, voice: VoiceOfWords) {
        let first = Int(runWords[number * 4])
        let words = first..<max(first, Int(runWords[number * 4 + 1]))
        return (words, VoiceOfWords(packed: runWords[number * 4 + 2], runWords[number * 4 + 3]))
    }

    /// The article that holds a word.
    ///
    /// - Complexity: O(1) but for articles that begin in the word's block.
    @inline(__always) func article(ofWord word: Int) -> Int {
        var article = Int(blockArticles[word / IndexFormat.blockSize])
        // Whether one begins between the block's start and the word follows no pattern. Behind the last article are all words.
        article &+= Int(articleWords[article + 1]) <= word ? 1 : 0
        while Int(articleWords[article + 1]) <= word { article += 1 }
        return article
    }

    /// The run of voice that holds a word; nil for the source's own.
    ///
    /// - Complexity: O(1) but for runs that begin in the word's block.
    func run(ofWord word: Int) -> Int? {
        var number = Int(blockRuns[word / IndexFormat.blockSize])
        while number < runCount, run(number).words.upperBound <= word { number += 1 }
        return number < runCount && run(number).words.lowerBound <= word ? number : nil
    }

    func words(ofPassage passage: Int) -> Range<Int> { Int(passageFirst[passage])..<Int(passageFirst[passage + 1]) }

    /// The number of a word's spelling; never beyond the column's mask.
    @inline(__always) func spelling(_ word: Int) -> Int { Int(column[word] & layout.spellingMask) }

    /// The number of what stands before a word.
    @inline(__always) func joint(_ word: Int) -> Int {
        let number = column[word] >> UInt32(layout.spellingBits)
        return number < layout.escape ? Int(number) : escapedJoint(word)
    }

    private func escapedJoint(_ word: Int) -> Int {
        var low = 0
        var high = escapePlaces.count
        while low < high {
            let middle = (low + high) / 2
            if Int(escapePlaces[middle]) < word { low = middle + 1 } else { high = middle }
        }
        return low < escapePlaces.count && Int(escapePlaces[low]) == word ? Int(escapeJoints[low]) : joints.count
    }

    /// Whether every table ascends where it should and refers to what there is.
    var isInOrder: Bool {
        let words = column.count
        let blocks = (words + IndexFormat.blockSize - 1) / IndexFormat.blockSize
        guard postings.count == spellings.count, foldedFirst.count == folded.count + 1, Self.ascends(foldedFirst, to: spellings.count),
            layout == ColumnLayout(spellings: spellings.count), words == 0 || spellings.count > 0, escapePlaces.count == escapeJoints.count,
            Self.ascends(passageFirst, to: words),
            passageFirst.count == passageCount + 1, passageStart.count == passageCount, passageEnd.count == passageCount,
            passageTail.count == passageCount, sentences.count == passageCount, Self.ascends(articleFirst, to: passageCount),
            articleFirst.count == articleNumbers.count + 1, articles.count == articleNumbers.count,
            articleLanguages.count == articleNumbers.count, runWords.count % 4 == 0,
            articleWords.count == articleNumbers.count + 1, Self.ascends(articleWords, to: words), blockArticles.count == blocks,
            blockRuns.count == blocks,
            checkpoints.count == (words + IndexFormat.checkpointDistance - 1) / IndexFormat.checkpointDistance
        else { return false }
        let rows = [postings, spellings, folded, joints, sentences, articles, strings]
        guard rows.allSatisfy({ Self.ascends($0.starts, to: $0.bytes.count) }) else { return false }
        for passage in 0..<passageCount {
            guard passageStart[passage] <= passageEnd[passage], PassageKindCode.kind(passageKind[passage]) != nil else { return false }
        }
        return runsAreInOrder && articlesMeetPassages && blocksAreRight && unsearchedAreInOrder
    }

    private var articlesMeetPassages: Bool {
        articleFirst.indices.allSatisfy { passageFirst[Int(articleFirst[$0])] == articleWords[$0] }
    }

    private var blocksAreRight: Bool {
        blockArticles.indices.allSatisfy { block in
            let word = UInt32(truncatingIfNeeded: block * IndexFormat.blockSize)
            let (article, run) = (Int(blockArticles[block]), Int(blockRuns[block]))
            guard article < articleNumbers.count, articleWords[article] <= word, articleWords[article + 1] > word, run <= runCount else {
                return false
            }
            return (run == 0 || runWords[run * 4 - 3] <= word) && (run == runCount || runWords[run * 4 + 1] > word)
        }
    }

    private var unsearchedAreInOrder: Bool {
        unsearched.count % 2 == 0 && zip(unsearched, unsearched.dropFirst()).allSatisfy { $0 <= $1 }
            && (unsearched.last ?? 0) <= column.count
    }

    private var runsAreInOrder: Bool {
        var end = 0
        for number in 0..<runCount {
            let words = run(number).words
            guard words.lowerBound >= end, words.upperBound <= column.count, !words.isEmpty else { return false }
            end = words.upperBound
        }
        return true
    }

    /// Whether numbers begin at 0, never fall, and end at `last`.
    private static func ascends(_ numbers: UnsafeBufferPointer<UInt32>, to last: Int) -> Bool {
        guard let first = numbers.first, first == 0, Int(numbers[numbers.count - 1]) == last else { return false }
        var isAscending = true
        for index in 1..<max(1, numbers.count) { isAscending = isAscending && numbers[index - 1] <= numbers[index] }
        return isAscending
    }
}

/// Finds the sections of a segment in the file.
private struct SectionReader {
    let entry: SegmentEntry
    let file: UnsafeRawBufferPointer

    func bytes(_ section: IndexFormat.Section) -> UnsafeBufferPointer<UInt8>? {
        entry.places[section.rawValue].bytes(in: file)?.bindMemory(to: UInt8.self)
    }

    func numbers(_ section: IndexFormat.Section) -> UnsafeBufferPointer<UInt32>? {
        guard let bytes = entry.places[section.rawValue].bytes(in: file), bytes.count % 4 == 0 else { return nil }
        guard UInt(bitPattern: bytes.baseAddress) % 4 == 0 else { return nil }
        return bytes.bindMemory(to: UInt32.self)
    }

    func rows(_ starts: IndexFormat.Section, _ bytes: IndexFormat.Section) -> RowView? {
        guard let starts = numbers(starts), !starts.isEmpty, let bytes = self.bytes(bytes) else { return nil }
        return RowView(starts: starts, bytes: bytes)
    }
}
