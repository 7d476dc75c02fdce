package import Diagnostics
package import Foundation

/// One line of a file of scores: an article's tally, or a run's closing line of word counts.
///
/// A file of scores is JSON lines; lines of several files in any order make the tally of the whole.
package enum ScoreLine: Sendable {
    case article(ArticleTally)
    case closing(RunClosing)

    private static let articleSchema = "parallax-score/2"
    private static let closingSchema = "parallax-words/1"

    /// Writes the line without its end, keys in order so that equal values are equal bytes.
    package func write(to json: inout JSONText) {
        json.openObject()
        switch self {
        case .article(let tally):
            json.add("schema", Self.articleSchema)
            json.key("value")
            tally.write(to: &json)
        case .closing(let closing):
            json.add("schema", Self.closingSchema)
            json.key("value")
            closing.write(to: &json)
        }
        json.closeObject()
    }

    /// The line without its end.
    package var json: [UInt8] {
        var json = JSONText()
        write(to: &json)
        return json.bytes
    }

    /// - Throws: `ScoreLineFault` where the line is no line of scores.
    package init(json: Data) throws(ScoreLineFault) {
        let decoder = JSONDecoder()
        do {
            switch try decoder.decode(SchemaName.self, from: json).schema {
            case Self.articleSchema:
                let tally = try decoder.decode(Tagged<ArticleTally>.self, from: json).value
                if let fault = TallyCheck.fault(in: tally) { throw ScoreLineFault(message: fault) }
                self = .article(tally)
            case Self.closingSchema: self = .closing(try decoder.decode(Tagged<RunClosing>.self, from: json).value)
            case let other: throw ScoreLineFault(message: "schema \u{201C}\(other)\u{201D} is not of this version")
            }
        } catch let fault as ScoreLineFault {
            throw fault
        } catch {
            throw ScoreLineFault(message: "no line of scores")
        }
    }

    private struct SchemaName: Decodable {
        let schema: String
    }

    private struct Tagged<Value: Decodable>: Decodable {
        let schema: String
        let value: Value
    }
}

/// What a scoring run closes with: the lexicon and voices it used, and its word counts.
package struct RunClosing: Hashable, Sendable, Decodable {
    /// SHA-256 of the lexicon files, joined in order.
    package var lexicon: String
    package var voices: VoiceMode
    package var words: WordTable

    package init(lexicon: String, voices: VoiceMode, words: WordTable) {
        self.lexicon = lexicon
        self.voices = voices
        self.words = words
    }
}

package struct ScoreLineFault: Error {
    package let message: String
}

/// Files of scores read back into one tally.
package struct ScoreFiles: Sendable {
    package private(set) var tally = Tally()
    package private(set) var closings: [RunClosing] = []
    /// The files with articles and no closing line, so that the words of a list may lack names.
    package private(set) var filesWithoutClosing: [String] = []
    package private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter files: the names and bytes of files of JSON lines.
    package init(_ files: [(name: String, bytes: Data)]) {
        var articles: [ArticleTally] = []
        for file in files {
            let (articlesBefore, closingsBefore) = (articles.count, closings.count)
            for (number, line) in file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
                guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
                do {
                    switch try ScoreLine(json: Data(line)) {
                    case .article(let tally): articles.append(tally)
                    case .closing(let closing): closings.append(closing)
                    }
                } catch {
                    diagnostics.append(
                        Diagnostic(
                            .warning, file: file.name, line: number + 1, message: "this line was left out: \(error.message)",
                            text: String(decoding: line.prefix(60), as: UTF8.self),
                            remedy: "give files that 'parallax score' of this version wrote"
                        ))
                }
            }
            if articles.count > articlesBefore, closings.count == closingsBefore { filesWithoutClosing.append(file.name) }
        }
        tally = Tally(articles)
    }
}
