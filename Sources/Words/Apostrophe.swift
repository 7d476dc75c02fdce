/// The characters that people type for an apostrophe, all one to Parallax.
enum Apostrophe {
    /// U+0027 and its curly forms: U+2019 (the one Unicode prefers), U+2018 (typed by mistake), U+02BC (modifier letter).
    static func isApostrophe(_ codePoint: UInt32) -> Bool {
        codePoint == 0x27 || codePoint == 0x2019 || codePoint == 0x2018 || codePoint == 0x02BC
    }
}
