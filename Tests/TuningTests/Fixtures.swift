import Articles
import Foundation
import Lexicons
import TestSupport

/// The invented harbour dispute: eleven articles of four sources, and its lexicon.
enum Harbour {
    private static let fixtures = Program.root.appendingPathComponent("Tests/Fixtures")

    static func articles() -> [Article] { articlesIn(fixtures.appendingPathComponent("harbour")) }

    static func lexicon() throws -> Lexicon { try lexiconAt(fixtures.appendingPathComponent("harbour.yaml")) }
}

func articlesIn(_ folder: URL) -> [Article] { CorpusReader.read(paths: [folder.path], options: ReadingOptions()).articles }

func lexiconAt(_ file: URL) throws -> Lexicon {
    let read = LexiconFile.read(try String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    guard let lexicon = read.lexicon else { throw CocoaError(.fileReadCorruptFile) }
    return lexicon
}

extension Lexicon {
    /// The lexicon without every term, condition and alternative that holds a match of `expression`.
    func removing(_ expression: some RegexComponent) -> Lexicon {
        var lexicon = self
        for concept in lexicon.concepts.indices {
            for framing in lexicon.concepts[concept].framings.indices {
                lexicon.concepts[concept].framings[framing].terms = lexicon.concepts[concept].framings[framing].terms.compactMap {
                    $0.removing(expression)
                }
            }
        }
        return lexicon
    }
}

extension Term {
    fileprivate func removing(_ expression: some RegexComponent) -> Term? {
        var term = self
        if pattern.source.contains(expression) {
            let kept = pattern.source.replacing(/\(([^()]*)\)/) { choice in
                let alternatives = choice.output.1.split(separator: "|").filter { !$0.contains(expression) }
                return alternatives.isEmpty ? "\u{0}" : "(\(alternatives.joined(separator: "|")))"
            }
            guard !kept.contains("\u{0}"), !kept.contains(expression), let pattern = TermPatternParser.parse(kept).pattern else {
                return nil
            }
            term = Term(pattern: pattern, language: language, unless: unless, near: near, line: line)
        }
        term.unless.removeAll { $0.source.contains(expression) }
        return term
    }
}
