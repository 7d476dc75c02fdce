import Testing

/// The measure that the contrast tests use, held against values of others.
@Suite struct ColourTests {
    @Test(arguments: [
        ("#000000", "#ffffff", 21.0), ("#fff", "rgb(255, 255, 255)", 1.0), ("#777777", "#ffffff", 4.478),
        ("rgb(118, 118, 118)", "#fff", 4.542),
        ("rgba(0, 0, 255, 1)", "#ffffff", 8.592), ("#ff0000", "#ffffff", 3.998),
    ])
    func contrastIsThatOfTheGuidelines(_ first: String, _ second: String, _ ratio: Double) throws {
        let (first, second) = (try Colour(css: first), try Colour(css: second))
        #expect(abs(first.contrast(to: second) - ratio) < 0.001)
        #expect(first.contrast(to: second) == second.contrast(to: first))
    }

    @Test(arguments: ["", "#12345", "#gggggg", "red", "rgb(1, 2)", "url(#a)"])
    func whatIsNoColourIsRefused(_ text: String) {
        #expect(throws: NotAColour.self) { try Colour(css: text) }
    }
}
