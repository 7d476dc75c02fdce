/// Puts the inflections and near derivations of an English word together: occupied, occupies; withdraw, withdrawal; terrorist, terrorism.
///
/// A light stemmer after Harman (How effective is suffixing?, JASIS 42, 1991) with a second step for long words. Two words of one stem are
/// shown together, never counted as a hit: a wrong pair costs a glance.
enum WordStem {
    static let shortest = 4
    private static let shortestBeforeDerivation = 6
    private static let derivations = ["ion", "ism", "ist", "ment", "er", "or", "al", "iti", "li", "ive"]

    /// The stem of a folded word; of a hyphenated one, its last part is stemmed.
    static func stem(of word: String) -> String {
        guard let hyphen = word.lastIndex(of: "-") else { return stem(ofPlain: Array(word)) }
        return word[...hyphen] + stem(ofPlain: Array(word[word.index(after: hyphen)...]))
    }

    private static func stem(ofPlain word: [Character]) -> String {
        var letters = withoutPlural(word)
        for ending in ["ed", "ing"] where strip(ending, from: &letters, leaving: shortest) { break }
        if letters.count > shortest, letters.last == "e" { letters.removeLast() }
        if letters.count >= shortest, letters.last == "y" { letters[letters.count - 1] = "i" }
        for ending in derivations where strip(ending, from: &letters, leaving: shortestBeforeDerivation) { break }
        return String(letters)
    }

    private static func withoutPlural(_ word: [Character]) -> [Character] {
        var letters = word
        if strip("ies", from: &letters, leaving: 3) || strip("ied", from: &letters, leaving: 3) { return letters + ["i"] }
        if letters.hasSuffix("ss") || letters.hasSuffix("us") || letters.hasSuffix("is") { return letters }
        for ending in ["ches", "shes", "sses", "xes"] where letters.count > ending.count + 1 && letters.hasSuffix(ending) {
            return letters.dropLast(2)
        }
        if letters.count >= shortest, letters.last == "s" { letters.removeLast() }
        return letters
    }

    private static func strip(_ ending: String, from letters: inout [Character], leaving least: Int) -> Bool {
        guard letters.count - ending.count >= least, letters.hasSuffix(ending) else { return false }
        letters.removeLast(ending.count)
        return true
    }
}

extension [Character] {
    fileprivate func hasSuffix(_ ending: String) -> Bool { count >= ending.count && suffix(ending.count).elementsEqual(ending) }
}
