/// What the rules ask the sentences of a passage about, kept in one place so that a sentence is no more than its range.
struct SentenceContext {
    let bytes: TextBytes
    let items: VoiceTokens
    let vocabulary: VoiceVocabulary
}

/// One sentence of a passage and the questions that the rules ask of its items; all walks are bounded by the sentence.
///
/// Valid until the next passage is read.
struct SentenceItems {
    private let context: UnsafePointer<SentenceContext>
    let range: Range<Int>

    init(_ context: UnsafePointer<SentenceContext>, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= context.pointee.items.count, "a sentence lies inside its passage")
        self.context = context
        self.range = range
    }

    @inline(__always) var bytes: TextBytes { context.pointee.bytes }
    @inline(__always) var items: VoiceTokens { context.pointee.items }
    @inline(__always) var vocabulary: VoiceVocabulary { context.pointee.vocabulary }

    /// The item of the sentence at an index; nil outside.
    @inline(__always)
    private func item(_ index: Int) -> VoiceToken? { range.contains(index) ? items.base.unsafelyUnwrapped[index] : nil }

    subscript(_ index: Int) -> VoiceToken { items[index] }
    func contains(_ index: Int) -> Bool { range.contains(index) }

    /// Whether the item is the word, in any case.
    @inline(__always)
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        guard let item = item(index) else { return false }
        return item.byteCount == UInt32(truncatingIfNeeded: word.utf8CodeUnitCount) && item.kind == .word
            && bytes[item.start] | 0x20 == word.utf8Start[0] | 0x20 && spells(item.start, word)
    }

    /// Whether the letters of a word stand there, in any case; the first has been asked about, which decides most often.
    private func spells(_ start: Int, _ word: StaticString) -> Bool {
        let letters = word.utf8Start
        for place in 1..<word.utf8CodeUnitCount where bytes[start + place] | 0x20 != letters[place] | 0x20 { return false }
        return true
    }

    @inline(__always)
    func has(_ index: Int, _ classes: WordClass) -> Bool {
        guard let item = item(index) else { return false }
        return item.kind == .word && item.classes.rawValue & classes.rawValue != 0
    }

    @inline(__always)
    func kind(_ index: Int) -> VoiceToken.Kind? { item(index)?.kind }

    @inline(__always)
    func isVerb(_ index: Int, _ form: VerbForm, _ second: VerbForm? = nil, _ third: VerbForm? = nil) -> Bool {
        guard let item = item(index), item.kind == .word else { return false }
        let found = item.verbForm
        return found == form || found == second || found == third
    }

    /// A comma, or a quotation that ends with one inside.
    func isComma(_ index: Int) -> Bool {
        guard range.contains(index) else { return false }
        return items[index].kind == .comma || (items[index].kind == .quotation && items[index].flags.contains(.endsWithComma))
    }

    /// Whether the word inflects as the finite verb of a clause might: a modal, an auxiliary, a known verb, a form in -ed.
    func looksFinite(_ index: Int) -> Bool {
        guard range.contains(index), items[index].kind == .word else { return false }
        let item = items[index]
        if !item.classes.isDisjoint(with: [.modal, .auxiliary, .be, .verb]) { return true }
        if item.verbForm == .past || item.verbForm == .third { return !has(index - 1, .determiner) }
        return !item.isCapitalized && ends(index, in: .ed) && !has(index - 1, [.determiner, .quantifier])
    }

    /// The first index at or behind `index` that is no adverb.
    func skipAdverbs(from index: Int) -> Int {
        var index = index
        while has(index, .adverb) || (contains(index) && items[index].classes.isEmpty && ends(index, in: .ly)) {
            index += 1
        }
        return index
    }
}
