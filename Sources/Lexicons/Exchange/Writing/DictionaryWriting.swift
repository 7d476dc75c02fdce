package import Diagnostics

/// A dictionary written in a format, and what the format could not express.
package struct DictionaryWriting: Sendable {
    package let text: String
    package let diagnostics: [Diagnostic]

    /// Writes a dictionary in one of `LexiconFormat.written`.
    ///
    /// - Parameters:
    ///   - file: the name of the file that the dictionary comes from, whose lines the diagnostics name.
    ///   - lexicon: the same as a lexicon, with what other formats do not have; written where the format is our own.
    package init(_ dictionary: CategoryDictionary, lexicon: Lexicon, as format: LexiconFormat, file: String) {
        var export = DictionaryExport(format == .ykd ? dictionary : dictionary.withoutRoot, file: file)
        switch format {
        case .yaml: text = LexiconYAMLWriter.text(of: lexicon)
        case .quanteda: text = QuantedaWriter.text(of: &export)
        case .dic: text = LIWCWriter.text(of: &export)
        case .dicx: text = LIWCTableWriter.text(of: &export)
        case .ykd: text = YoshikoderWriter.text(of: &export)
        case .csv, .cat, .lc3, .vbpro, .words, .spacy: text = TermTableWriter.text(of: &export)
        }
        if format == .yaml { export.reportWeights() } else { export.reportLosses(of: lexicon) }
        diagnostics = export.diagnostics
    }
}
