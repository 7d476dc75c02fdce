import Testing

extension BrowserTests {
    /// The panel of sentences, the folds, the theme and the keys.
    @Suite struct PanelTests {
        /// A count in the matrix: the first link there to sentences.
        static let cell = "#matrix td a"

        @Test(arguments: PageView.widths)
        func enterOnACellOpensItsSentencesAndEscReturnsTheFocus(_ width: Int) async throws {
            let browser = try await open(.seeds, in: PageView(width: width))
            try await browser.focus(Self.cell)
            try await browser.press(.enter)
            let opened = try await browser.evaluate(Self.state, .text(Self.cell), as: State.self)
            #expect(opened.isOpen)
            #expect(opened.titleHasFocus)
            #expect(opened.title.isEmpty == false)
            #expect(opened.sentences == opened.sentencesOfCell)
            #expect(opened.sentences.isEmpty == false)
            #expect(opened.isWithinScreen)

            try await browser.press(.escape)
            let closed = try await browser.evaluate(Self.state, .text(Self.cell), as: State.self)
            #expect(!closed.isOpen)
            #expect(closed.cellHasFocus)
            try await expectNoFaults(in: browser)
        }

        @Test func theCloseButtonReturnsTheFocus() async throws {
            let browser = try await open(.seeds)
            try await browser.click(Self.cell)
            #expect(try await browser.evaluate(Self.state, .text(Self.cell), as: State.self).isOpen)
            try await browser.click("dialog[open] button")
            let closed = try await browser.evaluate(Self.state, .text(Self.cell), as: State.self)
            #expect(!closed.isOpen)
            #expect(closed.cellHasFocus)
        }

        @Test func anotherCellReplacesTheSentences() async throws {
            let browser = try await open(.seeds)
            let other = "#matrix tbody:last-of-type td a"
            try await browser.click(Self.cell)
            try await browser.focus(other)
            try await browser.press(.enter)
            let state = try await browser.evaluate(Self.state, .text(other), as: State.self)
            #expect(state.isOpen)
            #expect(state.sentences == state.sentencesOfCell)
            try await browser.press(.escape)
            #expect(try await browser.evaluate(Self.state, .text(other), as: State.self).cellHasFocus)
        }

        @Test(arguments: [PageView(), PageView(runsScripts: false)])
        func anAddressThatEndsInAClosedFoldOpensIt(_ view: PageView) async throws {
            let browser = try await open(.seeds, in: view)
            let hidden = try await browser.evaluate(Self.hiddenTarget, as: String?.self)
            let target = try #require(hidden, "no link leads into a closed fold")
            try await browser.perform("location.hash = arguments[0]", .text(target))
            let shown: Bool? = try await eventually(within: .seconds(5)) {
                try await browser.evaluate(Self.isShown, .text(target), as: Bool.self) ? true : nil
            }
            #expect(shown == true, "#\(target) stayed hidden")
        }

        @Test func theSkipLinkIsFirstAndLeadsToTheAnswer() async throws {
            let browser = try await open(.seeds)
            try await browser.press(.tab)
            #expect(try await browser.evaluate("return document.activeElement.hash", as: String.self) == "#answer")
            try await browser.press(.enter)
            #expect(try await browser.evaluate("return location.hash", as: String.self) == "#answer")
            #expect(try await browser.evaluate(Self.isShown, "answer", as: Bool.self))
        }

        @Test func singleKeysActOnlyOnceTheyAreAskedFor() async throws {
            let browser = try await open(.seeds)
            #expect(try await browser.hash(after: "n") == "")
            try await browser.click("#keys")
            try await browser.perform("document.activeElement.blur(); scrollTo(0, 0)")
            let hashes = [try await browser.hash(after: "n"), try await browser.hash(after: "n"), try await browser.hash(after: "p")]
            #expect(hashes == ["#answer", "#findings", "#answer"])
        }

        struct State: Decodable {
            let isOpen: Bool
            let title: String
            let titleHasFocus: Bool
            let isWithinScreen: Bool
            let sentences: [String]
            let sentencesOfCell: [String]
            let cellHasFocus: Bool
        }

        private static let state = """
            const cell = document.querySelector(arguments[0]), panel = document.querySelector("dialog");
            const title = document.getElementById(panel.getAttribute("aria-labelledby"));
            const box = panel.getBoundingClientRect();
            const texts = element => [...element.querySelectorAll("li")].map(item => item.textContent.trim());
            const target = document.getElementById(cell.hash.slice(1));
            return {
              isOpen: panel.open && panel.checkVisibility(), title: title.textContent.trim(), titleHasFocus: document.activeElement === title,
              isWithinScreen: box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1,
              sentences: texts(panel).slice(0, texts(target).length), sentencesOfCell: texts(target), cellHasFocus: document.activeElement === cell,
            };
            """

        /// The id of a place that some link leads to and that a closed fold hides.
        private static let hiddenTarget = """
            const targets = [...document.querySelectorAll("main a[href^='#']")].map(link => document.getElementById(link.hash.slice(1)));
            return targets.find(place => place?.parentElement.closest("details:not([open])"))?.id ?? null;
            """

        private static let isShown = """
            const place = document.getElementById(arguments[0]), box = place.getBoundingClientRect();
            return place.checkVisibility() && box.height > 0 && box.top < innerHeight && box.bottom > 0;
            """
    }
}

extension Browser {
    /// The part of the address that names the section, once a key was typed.
    fileprivate func hash(after key: String) async throws -> String {
        try await type(key)
        return try await evaluate("return location.hash")
    }
}
