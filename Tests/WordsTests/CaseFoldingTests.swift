import Foundation
import TestSupport
import Testing
import Words

@Suite struct CaseFoldingTests {
    @Test(arguments: [
        ("OCCUPIED", "occupied"),
        ("Straße", "STRASSE"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("caf\u{E9}", "CAFE\u{301}"),
        ("Turkey\u{2019}s", "turkey's"),
        ("Turkey\u{2018}s", "TURKEY\u{2BC}S"),
        ("Ёлка", "е\u{308}лка"),
        ("ﬁnal", "FINAL"),
        ("\u{1E69}", "s\u{307}\u{323}"),
        ("ԱՐՑԱԽ", "արցախ"),
        ("\u{212B}ngström", "ÅNGSTRÖM"),
    ])
    func `spellings of one word fold alike`(left: String, right: String) {
        #expect(CaseFolding.folded(Array(left.utf8)) == CaseFolding.folded(Array(right.utf8)))
    }

    @Test(arguments: [
        ("Iğdır", "tr", "ığdır"), ("İlham", "az", "ilham"), ("I\u{307}lham", "az-Latn", "ilham"), ("IŞIK", "TR", "ışık"),
        ("Istanbul", "en", "istanbul"), ("kitap", "tr", "kitap"), ("İlham", "en", "i\u{307}lham"),
    ])
    func `Turkish and Azerbaijani tell dotted from dotless i`(word: String, language: String, expected: String) {
        #expect(CaseFolding.folded(Array(word.utf8), language: language) == expected)
    }

    @Test(.enabled(if: hasSharedData(caseFoldingData)))
    func `every full folding of the Unicode data holds`() throws {
        var count = 0
        for line in String(decoding: try sharedData(caseFoldingData), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count > 2, fields[1] == "C" || fields[1] == "F" else { continue }
            let target = string(fields[2]).replacingOccurrences(of: "\u{2BC}", with: "'").precomposedStringWithCanonicalMapping
            #expect(Array(CaseFolding.folded(Array(string(fields[0]).utf8)).unicodeScalars) == Array(target.unicodeScalars), "\(line)")
            count += 1
        }
        #expect(count == 1530)
    }

    private func string(_ codePoints: String) -> String {
        let scalars = codePoints.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        return String(String.UnicodeScalarView(scalars))
    }

    @Test func `folding what is folded changes nothing, and canonical equals fold alike`() {
        for value in [0..<0x590, 0x1C80..<0x2200, 0xFB00..<0xFB18, 0x1_0400..<0x1_0430].joined() as FlattenSequence<[Range<UInt32>]> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let word = String(scalar)
            let folded = CaseFolding.folded(Array(word.utf8))
            #expect(CaseFolding.folded(Array(folded.utf8)).unicodeScalars.elementsEqual(folded.unicodeScalars), "\(value)")
            let decomposed = CaseFolding.folded(Array(word.decomposedStringWithCanonicalMapping.utf8))
            #expect(decomposed.unicodeScalars.elementsEqual(folded.unicodeScalars), "\(value)")
        }
    }

    @Test func `letters of two bytes that fold by themselves fold as words of one letter`() {
        let letters = LetterFolding.foldings.indices.filter { LetterFolding.foldings[$0] > 0 }
        #expect(letters.count > 1_000)
        for value in letters {
            let target = [UInt8(LetterFolding.foldings[value] & 0xFF), UInt8(LetterFolding.foldings[value] >> 8)]
            let letter = Unicode.Scalar(UInt32(value)).map { Array(String($0).utf8) } ?? []
            #expect(Array(CaseFolding.folded(letter).utf8) == target, "\(value)")
        }
    }
}

private let caseFoldingData = "interop/third-party/CaseFolding-15.0.0.txt"
