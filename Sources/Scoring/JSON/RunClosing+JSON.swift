extension RunClosing {
    /// Writes an object of its members, keys in order.
    func write(to json: inout JSONText) {
        json.openObject()
        json.add("lexicon", lexicon)
        json.add("voices", voices.rawValue)
        json.key("words")
        words.write(to: &json)
        json.closeObject()
    }
}

extension WordTable {
    fileprivate func write(to json: inout JSONText) {
        json.openObject()
        json.key("sources")
        json.openObject()
        for (name, entry) in sources.sorted(by: { $0.key.precedesInBytes($1.key) }) {
            json.key(name)
            json.openObject()
            json.add("articles", entry.articles)
            json.key("words")
            json.openObject()
            for count in entry.words {
                json.key(count.word)
                json.openList()
                json.value(count.articles)
                json.value(count.occurrences)
                json.closeList()
            }
            json.closeObject()
            json.closeObject()
        }
        json.closeObject()
        json.closeObject()
    }
}
