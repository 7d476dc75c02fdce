/// What the search reads of a compiled lexicon at nearly each word, in flat rows.
struct LexiconTables: ~Copyable, Sendable {
    /// Of the terms.
    let places: FlatRow<CompiledLexicon.Place>
    let steps: FlatRow<PlainPhrases.Step>
    let letters: FlatRow<UInt8>
    let patterns: FlatRow<PatternRows.Pattern>
    let states: FlatRow<PatternRows.State>
    let links: FlatRow<PatternRows.Link>
    let firstStates: FlatRow<Int32>

    init(places: [CompiledLexicon.Place], phrases: PlainPhrases, rows: consuming PatternRows) {
        self.places = FlatRow(places)
        steps = FlatRow(phrases.steps)
        letters = FlatRow(phrases.letters)
        patterns = FlatRow(rows.patterns)
        states = FlatRow(rows.states)
        links = FlatRow(rows.links)
        firstStates = FlatRow(rows.firstStates)
    }
}
