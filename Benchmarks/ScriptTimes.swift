import Articles
import Foundation
import Lexicons
import Scoring
import TestSupport
import Words

/// The engine on other scripts: the corpus and the lexicon with each letter in place of another, so that only the bytes differ.
struct ScriptTimes {
    private static let rounds = 7

    let corpus: BenchmarkCorpus
    let lexicon: Lexicon

    private enum Script: String, CaseIterable {
        case english, cyrillic, armenian, turkish

        /// For a to z.
        private var letters: [Character] {
            switch self {
            case .english: Array("abcdefghijklmnopqrstuvwxyz")
            case .cyrillic: Array("абцдефгхийклмнопярстувшщыз")
            case .armenian: Array("աբցդեֆգհիյկլմնոպքրստուվըխզ")
            // A third of the words of Turkish has a letter beyond ASCII.
            case .turkish: Array("abçdefğhıjklmnopqrştuvwxyz")
            }
        }

        var language: String { self == .turkish ? "tr" : "en" }

        func written(_ text: String) -> String {
            let letters = letters
            let capitals = letters.map { Character(self == .turkish && $0 == "ı" ? "I" : $0.uppercased().first.map(String.init) ?? "") }
            return String(
                text.map { character in
                    guard let byte = character.asciiValue, character.isLetter else { return character }
                    let place = Int((byte | 0x20) - UInt8(ascii: "a"))
                    return character.isUppercase ? capitals[place] : letters[place]
                })
        }
    }

    func printTable() {
        print("the engine on other scripts        MB/s   to English        words         hits")
        var english = 0.0
        for script in Script.allCases {
            let articles = corpus.articles.prefix(4_000).map { article in
                makeArticle(script.written(String(decoding: article.text, as: UTF8.self)), language: script.language)
            }
            let lexicon = written(in: script)
            var found = (words: 0, hits: 0)
            let seconds = (0..<Self.rounds).map { _ in
                var search = ArticleSearch(lexicon)
                found = (0, 0)
                let before = ProcessorTime.now
                for article in articles { found.words += search.count(article) { _, _ in found.hits += 1 } }
                return ProcessorTime.now - before
            }.sorted()
            let rate = Double(articles.reduce(0) { $0 + $1.text.count }) / 1e6 / seconds[Self.rounds / 2]
            if script == .english { english = rate }
            let numbers = [String(Int(rate)), String(Double(Int(rate / english * 100)) / 100), String(found.words), String(found.hits)]
            print(script.rawValue.padding(to: 28), numbers.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }.joined())
        }
    }

    private func written(in script: Script) -> Lexicon {
        let concepts = lexicon.concepts.map { concept in
            var concept = concept
            concept.framings = concept.framings.map { framing in
                var framing = framing
                framing.terms = framing.terms.compactMap { term in
                    TermPatternParser.parse(script.written(term.pattern.source)).pattern.map {
                        Term(pattern: $0, language: nil, unless: [], near: nil)
                    }
                }
                return framing
            }
            return concept
        }
        return Lexicon(name: lexicon.name, version: "1", language: script.language, concepts: concepts, speakers: [])
    }
}
