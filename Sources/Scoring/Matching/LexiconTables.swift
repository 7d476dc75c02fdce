/// What the search reads of a compiled lexicon at nearly each word, in flat rows.
struct LexiconTables: ~Copyable, Sendable {
    /// Of the terms.
    let places: FlatRow<CompiledLexicon.Place>
    let steps: FlatRow<PlainPhrases.Step>
    let letters: FlatRow<UInt8>
    /// By term.
    let conditions: FlatRow<ConditionRows.Condition>
    let nears: FlatRow<ConditionRows.Near>
    let conditionPatterns: FlatRow<Int32>
    private let patterns: FlatRow<PatternRows.Pattern>
    private let states: FlatRow<PatternRows.State>
    private let links: FlatRow<PatternRows.Link>
    private let firstStates: FlatRow<Int32>

    init(terms: [CompiledLexicon.CompiledTerm], places: [CompiledLexicon.Place], phrases: PlainPhrases, rows: consuming PatternRows) {
        let conditionRows = ConditionRows(terms, rows)
        conditions = FlatRow(conditionRows.conditions)
        nears = FlatRow(conditionRows.nears)
        conditionPatterns = FlatRow(conditionRows.patterns)
        self.places = FlatRow(places)
        steps = FlatRow(phrases.steps)
        letters = FlatRow(phrases.letters)
        patterns = FlatRow(rows.patterns)
        states = FlatRow(rows.states)
        links = FlatRow(rows.links)
        firstStates = FlatRow(rows.firstStates)
    }

    var patternTables: PatternTables {
        PatternTables(patterns: patterns.elements, states: states.elements, links: links.elements, firstStates: firstStates.elements)
    }
}
