import Testing

extension BrowserTests {
    /// Two articles side by side, where the page holds full texts.
    @Suite struct ReaderTests {
        @Test func choosingAnArticleShowsItAndTheSameTwiceMovesTheOtherOn() async throws {
            let browser = try await open(.seeds)
            try await Self.requireReader(browser)
            let start = try await Self.pair(browser)
            #expect(start.shown == Set(start.chosen))
            #expect(start.shown.count == 2)

            try await Self.choose(start.chosen[1], on: 0, browser)
            let moved = try await Self.pair(browser)
            #expect(moved.chosen[0] == start.chosen[1])
            #expect(moved.chosen[1] != moved.chosen[0])
            #expect(moved.shown == Set(moved.chosen))
            try await expectNoFaults(in: browser)
        }

        @Test func aSentenceInItsContextIsShownAndFocused() async throws {
            let browser = try await open(.seeds)
            try await Self.requireReader(browser)
            let target = try #require(try await browser.evaluate(Self.sentenceOfAHiddenArticle, as: String?.self))
            try await browser.perform("document.querySelector(arguments[0]).click()", .text("#evidence a[href='#\(target)']"))
            #expect(try await browser.evaluate("return document.activeElement.id", as: String.self) == target)
            let shown = "return document.getElementById(arguments[0]).checkVisibility()"
            #expect(try await browser.evaluate(shown, .text(target), as: Bool.self))
            let pair = try await Self.pair(browser)
            #expect(pair.shown == Set(pair.chosen))
        }

        @Test func withoutScriptsEveryArticleIsShown() async throws {
            let browser = try await open(.seeds, in: PageView(runsScripts: false))
            try await Self.requireReader(browser)
            let hidden = "return [...document.querySelectorAll('#read article')].filter(article => !article.checkVisibility()).length"
            #expect(try await browser.evaluate(hidden, as: Int.self) == 0)
        }

        /// Ids of articles.
        struct Pair: Decodable {
            let chosen: [String]
            let shown: Set<String>
        }

        private static func requireReader(_ browser: Browser) async throws {
            guard try await browser.count("#read article") == 0 else { return }
            try Test.cancel("this page holds no full texts")
        }

        private static func pair(_ browser: Browser) async throws -> Pair {
            try await browser.evaluate(
                """
                const shown = [...document.querySelectorAll("#read article")].filter(article => article.checkVisibility());
                return { chosen: [...document.querySelectorAll("#read select")].map(select => select.value), shown: shown.map(article => article.id) };
                """)
        }

        private static func choose(_ article: String, on side: Int, _ browser: Browser) async throws {
            try await browser.perform(
                """
                const select = document.querySelectorAll("#read select")[arguments[1]];
                select.value = arguments[0];
                select.dispatchEvent(new Event("change", { bubbles: true }));
                """, .text(article), .integer(side))
        }

        private static let sentenceOfAHiddenArticle = """
            const places = [...document.querySelectorAll("#evidence a[href^='#s']")].map(link => document.getElementById(link.hash.slice(1)));
            return places.find(place => place && !place.checkVisibility())?.id ?? null;
            """
    }
}
