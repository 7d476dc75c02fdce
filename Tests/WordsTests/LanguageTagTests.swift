import Testing
import Words

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("en", "en"), ("en-GB", "en-GB"), ("tr_TR", "tr_TR"), (" ru\n", "ru"), ("RU", "RU"), ("tur", "tr"), ("TUR-TR", "tr-TR"),
        ("aze", "az"), ("azj-Latn", "az-Latn"),
        ("eng", "en"), ("rus", "ru"), ("hye", "hy"), ("arm", "hy"), ("kat", "ka"), ("geo", "ka"), ("deu", "de"), ("ger", "de"),
        ("fas", "fa"), ("per", "fa"),
        ("hyw", "hyw"), ("xyz", "xyz"), ("Turkish", "tr"), ("english", "en"), ("Azerbaijani", "az"), ("Armenian", "hy"), ("Greek", "el"),
    ])
    func `a language has its shortest code`(text: String, tag: String) { #expect(LanguageTag.canonical(text) == tag) }

    @Test(arguments: ["", " ", "e", "5", "en5", "-en", "englisch", "Klingonisch", "en glish", "e\u{301}", "👍👍"])
    func `what names no language has none`(text: String) { #expect(LanguageTag.canonical(text) == nil) }
}
