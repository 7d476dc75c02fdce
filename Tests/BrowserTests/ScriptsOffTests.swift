import Testing

extension BrowserTests {
    /// The page where scripts do not run: everything is there except what only scripts can do.
    @Suite struct ScriptsOffTests {
        @Test(arguments: PageUnderTest.forms, PageView.widths)
        func noControlIsShownThatNeedsAScript(_ page: PageUnderTest, _ width: Int) async throws {
            let browser = try await open(page, in: PageView(width: width, runsScripts: false))
            #expect(try await browser.count("html.js") == 0, "scripts ran")
            let shown = """
                return [...document.querySelectorAll("button, select, input, textarea, dialog")]
                  .filter(element => element.checkVisibility()).map(describe);
                \(Probe.describe)
                """
            try await expectNone(shown, in: browser)
            try await expectNoFaults(in: browser)
        }

        @Test(arguments: PageUnderTest.all)
        func theSameTextIsThereAsWithScripts(_ page: PageUnderTest) async throws {
            // Of the main part: the script marks the current section in the bar and fills the panel, both outside, and the lists of sources.
            // It may change the order.
            let texts = """
                const texts = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("#pick")) texts.push(walker.currentNode.data.trim());
                return texts;
                """
            let without = try await open(page, in: PageView(runsScripts: false)).evaluate(texts, as: [String].self)
            let with = try await open(page).evaluate(texts, as: [String].self)
            #expect(without.count == with.count)
            #expect(Set(without).symmetricDifference(with) == [])
        }

        @Test func aCellIsALinkToItsSentences() async throws {
            let browser = try await open(.seeds, in: PageView(runsScripts: false))
            let target = try await browser.evaluate(
                "return document.querySelector(arguments[0]).hash", .text(PanelTests.cell), as: String.self)
            try await browser.click(PanelTests.cell)
            #expect(try await browser.evaluate("return location.hash", as: String.self) == target)
            let shown =
                "const place = document.querySelector(':target'); return place.checkVisibility() && place.getBoundingClientRect().top < innerHeight"
            #expect(try await browser.evaluate(shown, as: Bool.self))
        }

        @Test func aFoldOpensByItself() async throws {
            let browser = try await open(.seeds, in: PageView(runsScripts: false))
            let closed = "#evidence details:not([open])"
            let before = try await browser.count(closed)
            try await browser.click("\(closed) > summary")
            #expect(try await browser.count(closed) == before - 1)
        }

        @Test func theThemeFollowsTheSystem() async throws {
            let background = "return getComputedStyle(document.body).backgroundColor"
            let light = try await open(.seeds, in: PageView(scheme: .light, runsScripts: false)).evaluate(background, as: String.self)
            let dark = try await open(.seeds, in: PageView(scheme: .dark, runsScripts: false)).evaluate(background, as: String.self)
            #expect(try Colour(css: light).luminance > 0.8)
            #expect(try Colour(css: dark).luminance < 0.05)
        }
    }
}
