import CVectors
import Words

/// The meanings of words by their bytes: a hash table with open addressing that compares all bytes.
///
/// The hash is that of the scan, which is blind to case; where the lexicon is not, spellings of one word stand side by side. Texts can be written to
/// collide in it: then a chain ends after `longestChain` places and the words beyond it are looked up in the lexicon each time, in linear time still.
final class MeaningTable {
    struct Slot: BitwiseCopyable {
        var hash: UInt64 = 0
        /// The first eight bytes of the folded word.
        var head: UInt64 = 0
        /// Of the word as it stands in the text; 0 where the slot is free.
        var byteCount: UInt32 = 0
        var meaning: Int32 = 0
        /// Where its bytes stand in `letters`, unless hash and head tell them.
        var letters: UInt32 = 0
    }

    @exclusivity(unchecked) private var slots: FlatBuffer<Slot>
    @exclusivity(unchecked) private var mask: Int
    /// The bytes of the kept words that hash and head do not tell, with small letters where case does not matter.
    @exclusivity(unchecked) private var letters = FlatList<UInt8>()
    @exclusivity(unchecked) private var count = 0
    /// Whether the case of any word matters.
    private let hasCase: Bool
    /// Words beyond these that differ in case alone are one.
    private let caseMatters: ExactBeginnings

    /// - Parameter caseMatters: with what words begin whose case matters.
    init(caseMatters: ExactBeginnings) {
        self.caseMatters = caseMatters
        hasCase = !caseMatters.isEmpty
        mask = Self.firstRoom - 1
        slots = Self.slots(Self.firstRoom)
    }

    private static let firstRoom = 1 << 12

    private static func slots(_ count: Int) -> FlatBuffer<Slot> {
        let slots = FlatBuffer<Slot>(room: count)
        slots.base.initialize(repeating: Slot(), count: count)
        return slots
    }

    private static let longestChain = 64
    /// Longer words are not kept.
    private static let longestWord = 64
    private static let mostWords = 1 << 18

    var isFull: Bool { count >= Self.mostWords }

    /// Puts the candidates that mean anything into the list of known words, and with a meaning below 0 those that the table does not hold; gives their
    /// count.
    func lookUpCandidates(of text: TextTables, in memory: SearchMemory) -> Int {
        memory.known.reserve(memory.candidates.count)
        let (words, hashes, heads) = (memory.candidates.words.base, memory.candidates.hashes.base, memory.candidates.heads.base)
        let known = memory.known.base
        var found = 0
        for index in 0..<memory.candidates.count {
            let word = Int(words[index] & ~cv_alone)
            let key = key(of: word, hash: hashes[index], head: heads[index], in: text)
            var meaning: Int32 = -1
            if key.hash != 0, let place = place(of: key, in: text), slots.base[place].byteCount > 0 { meaning = slots.base[place].meaning }
            // Written always, kept where it counts: which word means something cannot be foreseen.
            known[found] = KnownWord(word: words[index] & ~cv_alone, meaning: meaning, isAlone: words[index] & cv_alone != 0)
            found += meaning != 0 ? 1 : 0
        }
        return found
    }

    /// Nil where it is not kept.
    @inline(__always)
    func meaning(of word: Int, in text: TextTables) -> Int32? {
        guard let place = place(of: key(of: word, in: text), in: text), slots.base[place].byteCount > 0 else { return nil }
        return slots.base[place].meaning
    }

    func keep(_ meaning: Int32, of word: Int, in text: TextTables) {
        let key = key(of: word, in: text)
        guard let free = place(of: key, in: text), slots[free].byteCount == 0 else { return }
        slots[free] = Slot(
            hash: key.hash, head: key.head, byteCount: key.byteCount, meaning: meaning, letters: UInt32(truncatingIfNeeded: letters.count))
        count += 1
        if !isTold(key) {
            let isBlind = isBlind(key)
            for offset in 0..<Int(key.byteCount) { letters.append(compared(text.bytes[key.start + offset], isBlind: isBlind)) }
        }
        if count * 2 > mask + 1 { grow() }
    }

    private func grow() {
        let wider = Self.slots(2 * (mask + 1))
        let widerMask = 2 * mask + 1
        for slot in slots.prefix(mask + 1) where slot.byteCount > 0 {
            var index = Int(truncatingIfNeeded: slot.hash >> 20) & widerMask
            while wider.base[index].byteCount > 0 { index = (index + 1) & widerMask }
            wider.base[index] = slot
        }
        slots = wider
        mask = widerMask
    }

    private struct Key {
        let hash: UInt64
        let head: UInt64
        let start: Int
        let byteCount: UInt32
    }

    @inline(__always)
    private func key(of word: Int, in text: TextTables) -> Key { key(of: word, hash: text.hash(word), head: text.head(word), in: text) }

    @inline(__always)
    private func key(of word: Int, hash: UInt64, head: UInt64, in text: TextTables) -> Key {
        Key(hash: hash, head: head, start: text.start + Int(text.starts[word]), byteCount: text.ends[word] &- text.starts[word])
    }

    /// The slot that holds a word, or the free one where it belongs; nil where the word is too long or its chain.
    @inline(__always)
    private func place(of key: Key, in text: TextTables) -> Int? {
        var index = Int(truncatingIfNeeded: key.hash >> 20) & mask
        for _ in 0..<Self.longestChain {
            let slot = slots.base[index]
            if slot.byteCount == 0 { return key.byteCount <= Self.longestWord ? index : nil }
            if slot.hash == key.hash, slot.head == key.head, slot.byteCount == key.byteCount,
                isTold(key) || hasLetters(slot, of: key, in: text)
            {
                return index
            }
            index = (index + 1) & mask
        }
        return nil
    }

    /// Whether hash, head and length tell all bytes: of up to fifteen, the last eight enter the hash but for one bit, which stands in the head too.
    ///
    /// Of words with bytes beyond ASCII the folded ones: such as fold alike are one where case does not matter.
    @inline(__always)
    private func isTold(_ key: Key) -> Bool { key.byteCount < 16 && isBlind(key) }

    /// Whether words that differ from it in case alone are one with it: it begins as none whose case matters, and is of ASCII where there are any.
    @inline(__always)
    private func isBlind(_ key: Key) -> Bool {
        !hasCase || key.hash & 1 == 0 && !caseMatters.mayMatch(UInt8(truncatingIfNeeded: key.head))
    }

    private func hasLetters(_ slot: Slot, of key: Key, in text: TextTables) -> Bool {
        if !isBlind(key) {
            return cv_same(letters.place(of: Int(slot.letters)), text.bytes.baseAddress.unsafelyUnwrapped + key.start, Int(key.byteCount))
                != 0
        }
        for offset in 0..<Int(key.byteCount)
        where letters[Int(slot.letters) + offset] != compared(text.bytes[key.start + offset], isBlind: true) {
            return false
        }
        return true
    }

    /// A byte with ASCII letters small where case does not matter. Words with bytes beyond ASCII stand as they are spelt, but for these.
    @inline(__always)
    private func compared(_ byte: UInt8, isBlind: Bool) -> UInt8 { isBlind && byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}
