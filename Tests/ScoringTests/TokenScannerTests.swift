import TestSupport
import Testing
import Words

@testable import Scoring

/// Tokens are cut by masks and a table, or byte by byte where no instruction path is given and near a text's end, which makes each way the other's twin.
@Suite struct TokenScannerTests {
    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
    private static let known = [
        "said", "According", "SAYS", "the", "Ministry", "so", "President", "characterised", "spokeswoman", "accusations",
    ]
    private static let behind = [
        " ", ",", ".", "'s ", "\u{2019}s ", "-", "1", "&", "\u{E9}", "\n", ")", "?", "\"", "' ", ": ", "\u{201D}", "... ", ".", "\u{2014}",
        " \u{2013} ", "(", "[", "] ", " J. ", " U.S. ", ".S.", "; ", "\t", "\u{A0}", "\u{2026}",
        " - ", " & ", "1,000 ", "\u{2018}", "\u{2019}\u{2019}", "``", "/", "!", "{", "\u{2019}", "5\u{201C}", "--", "$",
        "''", "'", "\u{2018}\u{2018}", "U.S.-led ", "O'B. ", " v. ", "e.g.", ",5", "1.5 ", ".5.S.", "B2-A ", "#", "*", "<=>", "\u{201D}'",
        "@", "|",
        "\u{2019}\u{E9}", "\u{E9}'", "---", "It's ", "don\u{2019}t ", "'90s ", "rock\u{2019}n\u{2019}roll ", "-\u{E9}", "\u{2018}a", "....",
    ]
    /// Bytes of which some are no UTF-8.
    private static let hostile: [UInt8] =
        Array(" ''.,--&aAsS1\"$`[".utf8) + [0xE2, 0x80, 0x99, 0x98, 0x9C, 0x94, 0xC3, 0xA9, 0xF0, 0xC2, 0xA0, 0xFF, 0]

    private struct Summary: Equatable {
        let start, end: Int
        let classes: WordClass
        let index: Int32
        let kind: VoiceToken.Kind
        let form: VerbForm
        let flags: VoiceToken.Flags

        init(_ token: VoiceToken) {
            (start, end, classes, index) = (token.start, token.end, token.classes, token.index)
            (kind, form, flags) = (token.kind, token.verbForm, token.flags)
        }
    }

    private func tokens(of text: [UInt8], upTo end: Int) -> [Summary] {
        tokens(of: text, in: ByteSpan(0, end), path: .best)
    }

    private func tokens(of text: [UInt8], in span: ByteSpan, path: InstructionPath?) -> [Summary] {
        let buffers = VoiceBuffers(longestPassage: span.count)
        defer { buffers.deallocate() }
        return text.withUnsafeBufferPointer {
            TokenScanner.scan(TextBytes($0), span: span, vocabulary: .english, to: buffers, path: path).tokens.map(Summary.init)
        }
    }

    @Test(arguments: 0..<0x110) func everyCharacterIsPassedWhateverStandsBesideIt(page: UInt32) {
        // All of the first plane, and of the second the first 256 of each 4,096.
        let scalars = (0..<256).compactMap { Unicode.Scalar(page < 0x100 ? page << 8 + $0 : 0x10000 + (page - 0x100) << 12 + $0) }
        let text = Array(scalars.map { " \($0) a\($0) \($0)a a\($0)a \($0)\($0)1\($0)\u{201C}" }.joined().utf8)
        let tokens = tokens(of: text, in: ByteSpan(0, text.count), path: .best)
        #expect(tokens.allSatisfy { $0.start < $0.end })
        #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.end <= $1.start })
    }

    @Test(arguments: 0..<40) func textsAreReadAlikeByMasksAndByteByByte(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 {
            var text: [UInt8] = []
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                let isKnown = Int.random(in: 0..<3, using: &random) == 0
                let length = Int.random(in: 0...(isKnown ? 0 : 18), using: &random)
                text += (0..<length).map { _ in Self.letters.randomElement(using: &random) ?? 0x61 }
                if isKnown { text += Array((Self.known.randomElement(using: &random) ?? "").utf8) }
                text += Int.random(in: 0..<3, using: &random) > 0 ? [0x20] : Array((Self.behind.randomElement(using: &random) ?? "").utf8)
            }
            let start = text.indices.filter { text[$0] & 0xC0 != 0x80 }.randomElement(using: &random) ?? 0
            let span = ByteSpan(start, text.count)
            let naive = tokens(of: text, in: span, path: nil)
            // Which rules rely on, that ask for a class and not for a word.
            #expect(naive.allSatisfy { $0.kind == .word || $0.classes.isEmpty && $0.form == .none })
            for path in InstructionPath.allCases where path.isAvailable {
                #expect(
                    tokens(of: text, in: span, path: path) == naive, "\(String(decoding: text, as: UTF8.self)) from \(start) by \(path)")
            }
        }
    }

    @Test(arguments: 0..<40) func bytesThatAreNoTextAreReadAlikeByMasksAndByteByByte(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for turn in 0..<50 {
            let bytes = turn.isMultiple(of: 2) ? Self.hostile : Array(0...255)
            let count = Int.random(in: 1...200, using: &random)
            let text = (0..<count).map { _ in bytes.randomElement(using: &random) ?? 0 }
            let span = ByteSpan(Int.random(in: 0..<count, using: &random), count)
            let naive = tokens(of: text, in: span, path: nil)
            for path in InstructionPath.allCases where path.isAvailable {
                #expect(tokens(of: text, in: span, path: path) == naive, "\(text) from \(span.start) by \(path)")
            }
        }
    }

    @Test(arguments: 0..<40) func wordsAreReadAlikeInTheMiddleAndAtTheEndOfAText(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<200 {
            let length = Int.random(in: 1...20, using: &random)
            let letters = (0..<length).map { _ in Self.letters.randomElement(using: &random) ?? 0x61 }
            let word = Int.random(in: 0..<3, using: &random) == 0 ? Array((Self.known.randomElement(using: &random) ?? "").utf8) : letters
            let text = word + Array((Self.behind.randomElement(using: &random) ?? "").utf8)
            // The bytes behind the passage belong to nothing in it.
            let longer = text + Array(repeating: UInt8(ascii: "z"), count: 32)
            #expect(tokens(of: longer, upTo: text.count) == tokens(of: text, upTo: text.count), "\(String(decoding: text, as: UTF8.self))")
        }
    }

    @Test func stopsAndMarksAreNotedWhereTheyStand() {
        let text = Array("He said \u{201C}no.\u{201D} Then U.S. troops left.".utf8)
        let buffers = VoiceBuffers(longestPassage: text.count)
        defer { buffers.deallocate() }
        text.withUnsafeBufferPointer { text in
            let scanned = TokenScanner.scan(TextBytes(text), span: ByteSpan(0, text.count), vocabulary: .english, to: buffers)
            #expect(scanned.landmarks.marks.map { scanned.tokens[$0].start } == [8, 14])
            #expect(scanned.landmarks.stops.map { scanned.tokens[$0].mayEndSentence } == [true, true, true])
            #expect(scanned.landmarks.stops.count == scanned.tokens.count { $0.mayEndSentence })
        }
    }

    @Test(arguments: InstructionPath.allCases.filter(\.isAvailable)) func cuesAndNamesAreNotedAndNoOthers(path: InstructionPath) {
        let text = Array("The mayor, Ana HOLT of NATO, said: \u{201C}In May I asked.\u{201D} VIDEO claims in Q. tell U.S. troops.".utf8)
        let buffers = VoiceBuffers(longestPassage: text.count)
        defer { buffers.deallocate() }
        text.withUnsafeBufferPointer { text in
            let scanned = TokenScanner.scan(TextBytes(text), span: ByteSpan(0, text.count), vocabulary: .english, to: buffers, path: path)
            let tokens = scanned.tokens
            #expect(Array(scanned.landmarks.cues) == tokens.indices.filter { tokens[$0].flags.contains(.cue) })
            let names = tokens.indices.filter {
                tokens[$0].isCapitalized
                    && (tokens[$0].classes.isDisjoint(with: NameRun.functionClasses) || tokens[$0].flags.contains(.allCapitals))
            }
            #expect(Array(scanned.landmarks.names) == names)
            #expect(!names.isEmpty && !scanned.landmarks.cues.isEmpty)
        }
    }

    @Test(arguments: [
        "Hale", "HALE", "h", "O'Brien", "Karapetyan-Sargsyan", "Muhammadqodirzoda", "\u{D6}zt\u{FC}rk", "ABCDEFGHIJKLMNOP", "Abcdefgh",
    ])
    func wordsCompareWithoutRegardToCase(word: String) {
        let text = Array((word + " and what stands behind it").utf8)
        text.withUnsafeBufferPointer { bytes in
            let token = VoiceToken(start: 0, end: word.utf8.count, kind: .word)
            #expect(NameText.hash(of: token, TextBytes(bytes)) == NameText.hash(ofFolded: NameText.folded(word)))
            #expect(NameText.hash(of: token, TextBytes(bytes)) != NameText.hash(ofFolded: NameText.folded(word) + "x"))
        }
    }

    @Test(arguments: [
        ("Defence Ministry of Azerbaijan", "Azerbaijan's Ministry of Defense"), ("the Labour Centre", "Center Labor"),
        ("The Rebels'", "rebels"),
        ("Gen\u{E7}'s Party", "party of the Gen\u{E7}"),
    ])
    func namesCompareInAnyOrder(_ names: (String, String)) {
        func hash(_ name: String) -> UInt64 {
            Array(name.utf8).withUnsafeBufferPointer { NameText.unorderedHash(of: 0..<$0.count, TextBytes($0)) }
        }
        #expect(hash(names.0) == hash(names.1))
        #expect(hash(names.0) != hash(names.1 + " Council"))
    }
}
