/// The stock phrases as the bytes that a `FoldedText` has.
enum FoldedPhrases {
    static let dateWords = PhraseSet(StockPhrases.dateWords)
    static let menuWords = PhraseSet(StockPhrases.menuWords)
    static let agencies = PhraseSet(StockPhrases.agencies)
    static let boilerplateLines = PhraseSet(StockPhrases.boilerplateLines)
    static let linkOpenings = PhraseSet(Set(StockPhrases.linkOpenings))
    static let listOpenings = PhraseSet(StockPhrases.listOpenings)
    static let loginForms = PhraseSet([
        "name:*", "email:*", "website:", "name *", "email *", "name", "website", "password", "username",
    ])
    static let creditOpenings = PhraseOpenings(StockPhrases.creditOpenings)
    static let creditTails = bytes(StockPhrases.creditTails)
    static let captionOpenings = PhraseOpenings(StockPhrases.captionOpenings)
    static let captionTails = bytes(StockPhrases.captionTails)
    static let agencyOpenings = PhraseOpenings(StockPhrases.agencyOpenings)
    static let formOpenings = PhraseOpenings(StockPhrases.formOpenings)
    static let labelOpenings = PhraseOpenings(StockPhrases.labelOpenings)
    static let addressOpenings = PhraseOpenings(["http://", "https://", "www."])
    static let via = Array(" via ".utf8)
    static let said = Array(" said".utf8)
    static let closingMark = Array("\u{201D}".utf8)
    /// Between an opening and the title that it points to.
    static let pointers: [UInt32] = ":|»>→–—".unicodeScalars.map(\.value)
    static let breadcrumbMarks: [UInt32] = "›»>|/".unicodeScalars.map(\.value)

    private static func bytes(_ phrases: [String]) -> [[UInt8]] { phrases.map { Array($0.utf8) } }
}
