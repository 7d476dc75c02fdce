import Testing

@testable import Tuning

@Suite struct WordStemTests {
    @Test(arguments: [
        ["occupied", "occupies", "occupy", "occupying"], ["withdraw", "withdrawal", "withdraws"], ["terrorist", "terrorism", "terrorists"],
        ["liberate", "liberates", "liberated", "liberating", "liberation"], ["clash", "clashes", "clashed"], ["party", "parties"],
        ["anti-terrorist", "anti-terrorists"], ["strike", "strikes"],
    ])
    func inflectionsShareAStem(words: [String]) { #expect(Set(words.map(WordStem.stem)).count == 1) }

    @Test(arguments: [["party", "part"], ["state", "statement"], ["force", "fort"], ["crisis", "crisp"], ["", "a"]])
    func otherWordsDoNot(words: [String]) { #expect(Set(words.map(WordStem.stem)).count == words.count) }
}
