/// How much of a lexicon is taken in: none in use has a tenth of it; beyond, time and memory are no longer those of a lexicon.
package struct DictionaryLimits: Sendable {
    /// Terms; one in two categories counts twice.
    package var entries: Int
    /// Bytes of all terms together; of dictionaries of other tools.
    package var text: Int

    package init(entries: Int = 500_000, text: Int = 32 << 20) {
        self.entries = entries
        self.text = text
    }

    var entriesNamed: String { "\(Self.grouped(entries)) entries" }
    var textNamed: String { "\(Self.grouped(text)) bytes of terms" }

    /// 500,000.
    private static func grouped(_ number: Int) -> String { String(number).replacing(/\B(?=(\d{3})+$)/, with: ",") }
}
