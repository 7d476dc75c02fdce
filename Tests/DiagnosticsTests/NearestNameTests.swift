import Testing

@testable import Diagnostics

@Suite struct NearestNameTests {
    private let keys = ["concept", "framing", "terms", "unless", "near", "label", "where", "date-is-inferred"]

    @Test(
        arguments: [
            ("concpet", "concept"), ("framings", "framing"), ("term", "terms"), ("Unless", "unless"), ("nera", "near"),
            ("date_is_inferred", "date-is-inferred"), ("lable", "label"), ("zebra", nil), ("", nil), ("x", nil),
        ] as [(String, String?)])
    func `a slip of the pen finds its name and a strange word none`(name: String, expected: String?) {
        #expect(NearestName.find(name, in: keys) == expected)
    }

    @Test func `of names equally near the first wins`() {
        #expect(NearestName.find("cat", in: ["bat", "rat"]) == "bat")
    }

    @Test func `a name of a million letters has no neighbour`() {
        #expect(NearestName.find(String(repeating: "a", count: 1_000_000), in: keys) == nil)
    }

    @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)])
    func `distances count insertions, deletions, substitutions and swaps`(left: String, right: String, expected: Int) {
        #expect(NearestName.distance(Array(left), Array(right)) == expected)
        #expect(NearestName.distance(Array(right), Array(left)) == expected)
    }
}
