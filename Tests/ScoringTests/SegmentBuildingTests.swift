import Articles
import CVectors
import Lexicons
import TestSupport
import Testing
import Words

@testable import Scoring

/// The parts that build a segment against their plain definitions.
@Suite struct SegmentBuildingTests {
    /// Words of one to three bytes that come again and again, and some of up to 60 that differ only in the middle.
    private func words(_ generator: inout SeededRandom, count: Int) -> [[UInt8]] {
        (0..<count).map { _ in
            let isLong = Int.random(in: 0..<8, using: &generator) == 0
            let length = isLong ? Int.random(in: 4...60, using: &generator) : Int.random(in: 1...3, using: &generator)
            var word = [UInt8](repeating: UInt8(ascii: "x"), count: length)
            for place in isLong ? length / 2..<min(length, length / 2 + 3) : 0..<length {
                word[place] = UInt8.random(in: 97...105, using: &generator)
            }
            return word
        }
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `equal words have one number, in the order in which they come, whatever their length and place in the text`(path: InstructionPath)
    {
        var generator = SeededRandom(seed: 31)
        var table = SpellingTable(path: path)
        var known: [[UInt8]: UInt32] = [:]
        for _ in 0..<60 {
            let words = words(&generator, count: 700)
            for (word, number) in zip(words, table.numbers(of: words, from: nil)) {
                #expect(number == known[word] ?? UInt32(known.count))
                known[word] = number
            }
        }
        #expect(table.count == known.count)
        #expect(known.allSatisfy { Array(table.rows[Int($0.value)]) == $0.key })
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `posting bytes are those of the distances between searched words of one spelling`(path: InstructionPath) {
        var generator = SeededRandom(seed: 32)
        var table = SpellingTable(path: path)
        var places: [UInt32: [Int]] = [:]
        var place = 0
        for round in 0..<40 {
            let words = words(&generator, count: 300)
            let isSearched = round % 3 != 1
            for (offset, number) in table.numbers(of: words, from: isSearched ? place : nil).enumerated() where isSearched {
                places[number, default: []].append(place + offset)
            }
            place += words.count * (round % 7 == 0 ? 1000 : 1)
        }
        for (number, spelling) in table.spellings.enumerated() {
            var last = -1
            let expected = (places[UInt32(number)] ?? []).reduce(0) { bytes, place in
                defer { last = place }
                return bytes + Varint.byteCount(UInt32(place - last))
            }
            #expect(Int(spelling.posting_bytes) == expected)
        }
    }

    @Test(arguments: [nil, "tr"] as [String?])
    func `the vocabulary stands in the order of its folded forms, then of its bytes`(folding: String?) {
        var generator = SeededRandom(seed: 33)
        let letters = Array("aAbBzZI[`{@0\u{E9}\u{130}")
        let words = (0..<3000).map { _ in
            let count = Int.random(in: 1...4, using: &generator) == 1 ? Int.random(in: 7...18, using: &generator) : 2
            return Array(String((0..<count).map { _ in letters.randomElement(using: &generator) ?? "a" }).utf8)
        }
        var table = SpellingTable()
        _ = table.numbers(of: words, from: nil)
        let vocabulary = SortedVocabulary(table, folding: folding)
        let forms = Set(words).map { (form: FoldedForm.bytes(of: $0[...], language: folding), word: $0) }.sorted { left, right in
            left.form != right.form
                ? left.form.lexicographicallyPrecedes(right.form) : left.word.lexicographicallyPrecedes(right.word)
        }
        #expect(vocabulary.order.map { Array(table.rows[$0]) } == forms.map(\.word))
        #expect(vocabulary.order.indices.allSatisfy { vocabulary.rank[vocabulary.order[$0]] == UInt32($0) })
        let firsts = forms.indices.filter { $0 == 0 || forms[$0].form != forms[$0 - 1].form }
        #expect(vocabulary.firstSpelling == (firsts + [forms.count]).map { UInt32($0) })
        #expect((0..<vocabulary.folded.count).map { Array(vocabulary.folded[$0]) } == firsts.map { forms[$0].form })
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable))
    func `words are listed that have another string than one blank before them`(path: InstructionPath) {
        var generator = SeededRandom(seed: 33)
        for count in 1...60 {
            var (text, starts, ends): ([UInt8], [UInt32], [UInt32]) = ([], [], [])
            for _ in 0...count {
                text += Array([" ", " ", " ", "", "-", "  ", ", "][Int.random(in: 0..<7, using: &generator)].utf8)
                starts.append(UInt32(text.count))
                text += [UInt8](repeating: UInt8(ascii: "a"), count: Int.random(in: 1...3, using: &generator))
                ends.append(UInt32(text.count))
            }
            var stretch = cv_stretch(text: nil, count: text.count, starts: nil, ends: nil, first: 1, end: count + 1)
            var column = [UInt32](repeating: .max, count: count + 1)
            var others = [UInt32](repeating: 0, count: count + 16)
            let listed = text.withUnsafeBufferPointer { text in
                starts.withUnsafeBufferPointer { starts in
                    ends.withUnsafeBufferPointer { ends in
                        (stretch.text, stretch.starts, stretch.ends) = (text.baseAddress, starts.baseAddress, ends.baseAddress)
                        return cv_other_joints(path.kernels, &stretch, &column, &others)
                    }
                }
            }
            let expected = (1...count).filter { Array(text[Int(ends[$0 - 1])..<Int(starts[$0])]) != [UInt8(ascii: " ")] }
            #expect(others[..<listed].map(Int.init) == expected)
            #expect(column == [UInt32](repeating: 0, count: count) + [.max])
        }
    }

    @Test func `joints of any length have a number each, and the blank is the first`() {
        var generator = SeededRandom(seed: 34)
        var joints = JointTable()
        var known: [[UInt8]: UInt32] = [[0x20]: JointTable.blank]
        for _ in 0..<5000 {
            let count = Int.random(in: 0...9, using: &generator)
            let joint = (0..<count).map { _ in UInt8.random(in: 0x20...(count > 2 ? 0x21 : 0x2F), using: &generator) }
            let number = joint.withUnsafeBufferPointer { joints.number(of: 0..<joint.count, in: $0) }
            #expect(number == known[joint] ?? UInt32(known.count))
            known[joint] = number
        }
        #expect(known.allSatisfy { Array(joints.rows[Int($0.value)]) == $0.key })
    }

    @Test func `every kind of passage is known again by its code`() {
        for kind in PassageKind.allCases {
            for field in [TextField.title, .text] {
                let code = PassageKindCode.code(of: Passage(field: field, span: ByteSpan(0, 0), kind: kind))
                #expect(PassageKindCode.kind(code) == kind && PassageKindCode.field(code) == field)
            }
        }
    }

    @Test func `what stands between words is kept byte for byte, however many different strings there are`() throws {
        // More joints than one byte numbers, rare ones first, in passages of both kinds.
        let lines = (0..<1200).map { number in
            let joint = String(String(number, radix: 4).map { ["!", "?", "/", "="][$0.wholeNumberValue ?? 0] })
            return "one\(joint) two \(number)\(joint)\(joint)three, four"
        }
        let kinds = lines.indices.map { $0 % 5 == 0 ? PassageKind.link : .body }
        let articles = [
            makeArticle(lines.joined(separator: "\n"), kinds: kinds), makeArticle(lines.reversed().joined(separator: "\n"), id: "b"),
        ]
        let index = try makeIndex(of: articles, voices: .none)
        let rebuilt = try index.articles()
        #expect(rebuilt.map(\.text) == articles.map(\.text) && rebuilt.map(\.passages) == articles.map(\.passages))
        let lexicon = makeLexicon(concepts: [("c", ["f": ["two", "one two", "three four", "*3"]])])
        #expect(
            try IndexScorer(index: index, lexicon: lexicon, voices: .none).tallies()
                == LexiconScorer(lexicon: lexicon, voices: .none).score(articles))
    }
}

extension SpellingTable {
    /// The numbers of words that stand one behind the other, without anything behind the last.
    fileprivate mutating func numbers(of words: [[UInt8]], from place: Int?) -> [UInt32] {
        let text = words.flatMap(\.self)
        var ends: [UInt32] = []
        for word in words { ends.append((ends.last ?? 0) + UInt32(word.count)) }
        let starts = [0] + ends.dropLast()
        var numbers = [UInt32](repeating: 0, count: words.count)
        numbers.withUnsafeMutableBufferPointer { numbers in
            text.withUnsafeBufferPointer { text in
                starts.withUnsafeBufferPointer { starts in
                    ends.withUnsafeBufferPointer { ends in
                        let stretch = StretchWords(text: text, starts: starts, ends: ends)
                        number(0..<words.count, of: stretch, from: place, into: numbers)
                    }
                }
            }
        }
        return numbers
    }
}
