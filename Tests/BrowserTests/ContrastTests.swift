import Testing

extension BrowserTests {
    /// Colours as the browser computes them. The least contrast is WCAG 2.2, criteria 1.4.3 (text) and 1.4.11 (marks and borders of controls).
    @Suite struct ContrastTests {
        static let texts = ["ink", "ink2", "ink3", "acc", "warn", "c1", "c2", "c3", "c4", "c5"]
        static let grounds = ["bg", "card", "sunk", "accs"]

        /// Text tokens on every ground, the colours of concepts and caveats on their own tints, and the accent as a ground for the page's colour.
        static let textPairs =
            texts.flatMap { text in grounds.map { (text, $0) } }
            + ["c1", "c2", "c3", "c4", "c5", "warn"].flatMap { [($0, "\($0)s"), ("ink", "\($0)s")] } + [("bg", "acc"), ("bg", "ink")]
        static let markPairs = ["bg", "card", "sunk"].map { ("ctl", $0) }

        @Test(arguments: PageView.Scheme.allCases)
        func everyPairOfTokensKeepsItsContrast(_ scheme: PageView.Scheme) async throws {
            let tokens = try await Self.tokens(try await open(.seeds, in: PageView(scheme: scheme)))
            for (least, pairs) in [(4.5, Self.textPairs), (3.0, Self.markPairs)] {
                for (front, ground) in pairs {
                    let ratio = try #require(tokens[front]).contrast(to: #require(tokens[ground]))
                    #expect(ratio >= least, "--\(front) on --\(ground): \(ratio)")
                }
            }
        }

        @Test(arguments: PageUnderTest.all, PageView.Scheme.allCases)
        func everyTextKeepsItsContrastOnItsOwnGround(_ page: PageUnderTest, _ scheme: PageView.Scheme) async throws {
            let browser = try await open(page, in: PageView(scheme: scheme))
            let texts = try await browser.evaluate(Self.shownTexts, as: [ShownText].self)
            #expect(texts.isEmpty == false)
            for text in texts {
                let ratio = try Colour(css: text.colour).contrast(to: Colour(css: text.ground))
                #expect(ratio >= 4.5, "\(text.sample): \(text.colour) on \(text.ground) is \(ratio)")
            }
        }

        @Test func theThemeButtonGivesTheColoursOfTheSystemsChoice() async throws {
            let dark = try await Self.tokens(try await open(.seeds, in: PageView(scheme: .dark)))
            let browser = try await open(.seeds, in: PageView(scheme: .light))
            let light = try await Self.tokens(browser)
            try await browser.click("#theme")
            #expect(try await Self.tokens(browser) == light)
            try await browser.click("#theme")
            #expect(try await Self.tokens(browser) == dark)
            try await browser.click("#theme")
            #expect(try await Self.tokens(browser) == light)
            #expect(light != dark)
        }

        /// The colours of the tokens, by name without the dashes.
        private static func tokens(_ browser: Browser) async throws -> [String: Colour] {
            let names = Set((textPairs + markPairs).flatMap { [$0.0, $0.1] })
            let script = """
                const style = getComputedStyle(document.documentElement);
                return Object.fromEntries(arguments[0].map(name => [name, style.getPropertyValue("--" + name)]));
                """
            let values = try await browser.evaluate(script, .array(names.sorted().map { .text($0) }), as: [String: String].self)
            return try values.mapValues { try Colour(css: $0) }
        }

        struct ShownText: Decodable {
            let colour: String
            let ground: String
            let sample: String
        }

        /// Each pair of text and ground that is to be seen, once. The ground is the nearest opaque colour around the text.
        private static let shownTexts = """
            for (const fold of document.querySelectorAll("details")) fold.open = true;
            const groundOf = element => {
              for (let box = element; box; box = box.parentElement) {
                const colour = getComputedStyle(box).backgroundColor;
                if (!colour.startsWith("rgba(0, 0, 0, 0")) return colour;
              }
              return getComputedStyle(document.documentElement).backgroundColor;
            };
            const pairs = new Map();
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const element = node.parentElement;
              if (!node.data.trim() || element.closest("svg, script, style, .hidden") || !element.checkVisibility()) continue;
              const colour = getComputedStyle(element).color, ground = groundOf(element);
              if (!pairs.has(colour + ground)) pairs.set(colour + ground, { colour, ground, sample: node.data.trim().slice(0, 40) });
            }
            return [...pairs.values()];
            """
    }
}
