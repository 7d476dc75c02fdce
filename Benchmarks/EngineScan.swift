import Articles
import Foundation
import Lexicons
import Scoring
import Words

/// The engine from the bytes of JSON lines: fields, quotation marks, words and terms, article by article; a line of a text is a passage.
///
/// What a run does besides (telling passages apart, repeats, names, writing) is left out: that is what the rivals do not do either.
struct EngineScan {
    let file: MappedFile
    let lexicon: Lexicon
    var path = InstructionPath.best

    struct Answer: Equatable {
        var articles = 0
        var words = 0
        /// Hits outside quotation marks and inside.
        var own = 0
        var quoted = 0
        /// Of terms and spans, in order; the sum over articles, so that threads do not matter.
        var checksum: UInt64 = 0

        mutating func add(_ other: Answer) {
            articles += other.articles
            words += other.words
            own += other.own
            quoted += other.quoted
            checksum &+= other.checksum
        }
    }

    /// So many that threads which run unequally fast end together, and that little of the file is in memory at once.
    private static let partsOfThread = 32

    func answer(threads: Int = 1) -> Answer {
        let parts = parts(count: threads * Self.partsOfThread)
        return OrderedParallel(threads: threads).map(parts, state: { Scanner(lexicon: lexicon, path: path) }) { part, scanner in
            defer { file.release(part) }
            return file.withSpan { scanner.scan($0.extracting(part)) }
        }.reduce(into: Answer()) { $0.add($1) }
    }

    /// One thread's passes, one after the other: the lexicon is compiled in the first, and pages stay mapped.
    ///
    /// - Parameter timed: is to call its argument, which is one pass, once.
    func passes(_ count: Int, _ timed: (() -> Answer) throws -> Void) rethrows {
        var scanner = Scanner(lexicon: lexicon, path: path)
        for _ in 0..<count { try timed { file.withSpan { scanner.scan($0) } } }
    }

    /// Ranges of whole lines.
    private func parts(count: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        while start < file.count {
            let wanted = min(file.count, start + file.count / count + 1)
            let end =
                wanted == file.count
                ? wanted : file.withSpan { min(file.count, ByteScan.lineEnd(in: $0, from: wanted, path: path) + 1) }
            parts.append(start..<end)
            start = end
        }
        return parts
    }

    /// What one thread works with.
    private struct Scanner: ~Copyable {
        private var reader: RecordFieldReader
        private var search: ArticleSearch
        private var voices: VoiceSession
        private var lines: TextLines
        /// Of the records at hand.
        private var texts = JoinedTexts()

        private static let language = "en"

        init(lexicon: Lexicon, path: InstructionPath) {
            reader = RecordFieldReader(path: path)
            search = ArticleSearch(lexicon, path: path)
            voices = VoiceSession(VoiceReader(speakers: [], mode: .marks), path: path)
            lines = TextLines(path: path)
        }

        mutating func scan(_ bytes: Span<UInt8>) -> Answer {
            var answer = Answer()
            // Apart from the rest while it is written to.
            var texts = JoinedTexts()
            swap(&texts, &self.texts)
            var start = 0
            while start < bytes.count {
                if texts.isFull { add(&texts, to: &answer) }
                texts.append { text in
                    let (isRead, end) = reader.readText(ofLineAt: start, in: bytes, into: &text)
                    defer { start = end + 1 }
                    return isRead || Self.readStrictly(bytes.extracting(start..<end), into: &text)
                }
            }
            add(&texts, to: &answer)
            swap(&texts, &self.texts)
            return answer
        }

        /// A record that the scan leaves to the strict parser, such as one whose text may be blank, is read by Foundation's.
        private static func readStrictly(_ record: Span<UInt8>, into text: inout [UInt8]) -> Bool {
            guard !record.isEmpty else { return false }
            let line = record.withUnsafeBytes { Data($0) }
            let fields = try? JSONSerialization.jsonObject(with: line) as? [String: Any]
            guard let value = fields?["text"] as? String else { return false }
            text += Array(value.utf8)
            return true
        }

        /// Adds what is found in the texts at hand, which are then forgotten.
        private mutating func add(_ texts: inout JoinedTexts, to answer: inout Answer) {
            texts.readLines(&lines)
            voices.read(texts, language: Self.language)
            var walk = voices.walk(in: .text)
            var sums = TextSums(texts.starts)
            answer.articles += texts.starts.count
            answer.words += search.count(texts, language: Self.language) { (matches: StretchMatches) in
                for match in matches.all {
                    switch walk.voice(at: match.span.start) {
                    case .own: answer.own += 1
                    case .quoted, .reported, .distanced: answer.quoted += 1
                    }
                    sums.add(match)
                }
            }
            answer.checksum &+= sums.finish()
            texts.removeAll()
        }
    }

    /// The sum over texts of what each one's matches give by themselves.
    private struct TextSums {
        private let starts: [Int]
        private var number = 0
        private var start: Int
        /// Where the next text begins.
        private var end: Int
        private var sum: UInt64 = 0
        private var checksum: UInt64 = 0

        init(_ starts: [Int]) {
            self.starts = starts
            start = starts.first ?? 0
            end = starts.count > 1 ? starts[1] : .max
        }

        /// - Parameter match: not before those added so far.
        @inline(__always)
        mutating func add(_ match: TermMatch) {
            while match.span.start >= end { goOn() }
            let place = UInt64((match.span.start - start) << 20 ^ (match.span.end - start) ^ match.termIndex << 40)
            checksum = (checksum ^ place) &* 0x9E37_79B9_7F4A_7C15
        }

        private mutating func goOn() {
            sum &+= checksum
            checksum = 0
            number += 1
            start = end
            end = number + 1 < starts.count ? starts[number + 1] : .max
        }

        consuming func finish() -> UInt64 { sum &+ checksum }
    }
}
