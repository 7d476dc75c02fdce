import Words

/// Finds where terms may begin, seen from the words from which they are looked for.
struct AnchoredStarts {
    private let tables: SearchTables
    private let memory: SearchMemory

    init(tables: SearchTables, memory: SearchMemory) {
        self.tables = tables
        self.memory = memory
    }

    /// Puts the words at which terms may begin in the place of the first `count` known words, ascending; gives their count.
    func find(from count: Int, in passages: SearchedPassages) -> Int {
        let known = memory.known.base
        memory.starts.makeRoom(for: tables.text.count)
        let (all, ofWords) = (passages.all, passages.ofWords)
        for index in 0..<count {
            let word = Int(known[index].word)
            let number = ofWords.last(to: word)
            if number >= 0, word < all[number].words.upperBound { add(from: known[index], all[number].words) }
        }
        return list()
    }

    private func add(from known: KnownWord, _ passage: Range<Int>) {
        let word = Int(known.word)
        let meaning = tables.known.meanings.all[Int(known.meaning)]
        tables.known.note(known)
        if meaning.isStart { memory.starts.insert(word) }
        guard !meaning.distant.isEmpty else { return }
        memory.around.begin(at: word..<word + 1, in: passage)
        for place in meaning.distant.places {
            let anchor = tables.known.meanings.distant.place(of: place).pointee
            if anchor.isExcluded(by: &memory.around, in: tables) { continue }
            let last = word - Int(anchor.fewest)
            var start = max(passage.lowerBound, word - Int(anchor.most))
            while start <= last {
                if !memory.starts.contains(start), mayStart(anchor.pattern, at: start) { memory.starts.insert(start) }
                start += 1
            }
        }
    }

    private func mayStart(_ pattern: Int32, at word: Int) -> Bool {
        tables.mayStart(tables.patterns.patterns[Int(pattern)], tables.meaning(of: word))
    }

    private func list() -> Int {
        memory.known.reserve(tables.text.count)
        var count = 0
        memory.starts.removeAll(before: tables.text.count) { word in
            let meaning = tables.known.meaning(of: word, in: tables.text)
            memory.known.base[count] = KnownWord(
                word: UInt32(truncatingIfNeeded: word), meaning: meaning, single: tables.known.meanings.singles[Int(meaning)])
            count += 1
        }
        return count
    }
}
