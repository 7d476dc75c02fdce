/// What the rules of voice need to know about a word, apart from its being a reporting verb.
///
/// A word can be of several classes: "that" is a determiner, a relative and a clause opener.
struct WordClass: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    static let determiner = WordClass(rawValue: 1 << 0)
    /// he, she, they, it, I, we, you
    static let pronoun = WordClass(rawValue: 1 << 1)
    /// who, which, whose, that
    static let relative = WordClass(rawValue: 1 << 2)
    /// have, do, and be in their forms
    static let auxiliary = WordClass(rawValue: 1 << 3)
    static let be = WordClass(rawValue: 1 << 4)
    static let modal = WordClass(rawValue: 1 << 5)
    static let preposition = WordClass(rawValue: 1 << 6)
    /// and, or, but, nor, yet
    static let conjunction = WordClass(rawValue: 1 << 7)
    /// because, although, as, when, while, after, before, since, until, if, unless
    static let subordinator = WordClass(rawValue: 1 << 8)
    static let adverb = WordClass(rawValue: 1 << 9)
    /// Days, months, today, yesterday
    static let calendar = WordClass(rawValue: 1 << 10)
    /// Words before a name: President, Mr., Foreign Minister
    static let title = WordClass(rawValue: 1 << 11)
    /// Words for somebody who speaks: spokesman, diplomat, analyst
    static let role = WordClass(rawValue: 1 << 12)
    /// Words for a body that speaks: ministry, officials, police
    static let group = WordClass(rawValue: 1 << 13)
    /// film, poem, song, book
    static let work = WordClass(rawValue: 1 << 14)
    /// what, how, why, whether, where
    static let question = WordClass(rawValue: 1 << 15)
    static let negation = WordClass(rawValue: 1 << 16)
    /// Common finite verbs that report nothing: they end a noun phrase.
    static let verb = WordClass(rawValue: 1 << 17)
    /// him, her, them, me, us
    static let objectPronoun = WordClass(rawValue: 1 << 18)
    /// Words that make a claim of what follows: so-called, self-styled
    static let soCalled = WordClass(rawValue: 1 << 19)
    static let male = WordClass(rawValue: 1 << 20)
    static let female = WordClass(rawValue: 1 << 21)
    /// Nouns whose attribution reads "N of": accusations, allegations
    static let accusation = WordClass(rawValue: 1 << 22)
    /// News agencies and papers, which relay a sentence rather than say it.
    static let agency = WordClass(rawValue: 1 << 23)
    /// Objects that show "claim" takes life, not words: lives, victims
    static let toll = WordClass(rawValue: 1 << 24)
    /// his, her, their, its, my, our
    static let possessive = WordClass(rawValue: 1 << 25)
    /// Collective words that head a plural speaker: both, many, some, several
    static let quantifier = WordClass(rawValue: 1 << 26)
    /// statement, interview, tweet, speech: where words stand
    static let medium = WordClass(rawValue: 1 << 27)
    /// Words that begin a cue which is no verb: according, words, view
    static let cue = WordClass(rawValue: 1 << 28)
    /// Labels before a headline's colon that name no speaker: video, opinion, live
    static let label = WordClass(rawValue: 1 << 29)
    /// First words of place names that look like names of people: New York, Los Angeles, Saudi Arabia
    static let place = WordClass(rawValue: 1 << 30)
    /// they, them, their, it, its
    static let thirdPerson = WordClass(rawValue: 1 << 31)
}
