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
    /// The passage's first item.
    private let base: UnsafePointer<VoiceToken>?
    let range: Range<Int>

    init(_ context: UnsafePointer<SentenceContext>, _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= context.pointee.items.count, "a sentence lies inside its passage")
        self.context = context
        base = context.pointee.items.base
        self.range = range
    }

    @inline(__always) var bytes: TextBytes { context.pointee.bytes }
    @inline(__always) var items: VoiceTokens { context.pointee.items }
    @inline(__always) var vocabulary: VoiceVocabulary { context.pointee.vocabulary }

    /// The item of the sentence at an index; nil outside.
    @inline(__always)
    private func item(_ index: Int) -> VoiceToken? { contains(index) ? base.unsafelyUnwrapped[index] : nil }

    subscript(_ index: Int) -> VoiceToken { items[index] }

    /// One question rather than two, since what is below the range is far above it as a number without a sign.
    @inline(__always)
    func contains(_ index: Int) -> Bool {
        UInt(bitPattern: index &- range.lowerBound) < UInt(bitPattern: range.upperBound &- range.lowerBound)
    }

    /// Whether the item is the word, in any case: all of it is compared at once, since which word stands there follows no pattern.
    @inline(__always)
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        guard let item = item(index) else { return false }
        let length = word.utf8CodeUnitCount
        guard length <= 8, item.start &+ 8 <= bytes.count else { return isLongWord(index, word) }
        var letters: UInt64 = 0
        for place in 0..<length { letters |= UInt64(word.utf8Start[place]) &<< UInt64(truncatingIfNeeded: 8 &* place) }
        let text = UnsafeRawPointer(bytes.base.unsafelyUnwrapped + item.start).loadUnaligned(as: UInt64.self).littleEndian
        let mask = UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
        let differing = (text | Self.small) & mask ^ letters
        return differing | UInt64(item.byteCount ^ UInt32(truncatingIfNeeded: length)) | (item.kind == .word ? 0 : 1) == 0
    }

    /// The bit that small letters have.
    private static let small: UInt64 = 0x2020_2020_2020_2020

    /// The same of a word of more than eight letters, or one that no eight bytes can be read from.
    @inline(never)
    private func isLongWord(_ index: Int, _ word: StaticString) -> Bool {
        let item = items[index]
        guard item.byteCount == UInt32(truncatingIfNeeded: word.utf8CodeUnitCount), item.kind == .word else { return false }
        for place in 0..<word.utf8CodeUnitCount where bytes[item.start + place] | 0x20 != word.utf8Start[place] { return false }
        return true
    }

    /// Whether the item is of one of the classes; what is no word is of none.
    @inline(__always)
    func has(_ index: Int, _ classes: WordClass) -> Bool {
        guard let item = item(index) else { return false }
        return item.classes.rawValue & classes.rawValue != 0
    }

    @inline(__always)
    func kind(_ index: Int) -> VoiceToken.Kind? { item(index)?.kind }

    @inline(__always)
    func isVerb(_ index: Int, _ form: VerbForm, _ second: VerbForm? = nil, _ third: VerbForm? = nil) -> Bool {
        guard let found = item(index)?.verbForm else { return false }
        return found == form || found == second || found == third
    }

    /// A comma, or a quotation that ends with one inside.
    func isComma(_ index: Int) -> Bool {
        guard contains(index) else { return false }
        return items[index].kind == .comma || (items[index].kind == .quotation && items[index].flags.contains(.endsWithComma))
    }

    /// Whether the word inflects as the finite verb of a clause might: a modal, an auxiliary, a known verb, a form in -ed.
    func looksFinite(_ index: Int) -> Bool {
        guard contains(index), items[index].kind == .word else { return false }
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
