import Testing

extension BrowserTests {
    /// Where sources are many: which stand first, and the search for one.
    @Suite struct SourceChoiceTests {
        static let pages = [PageUnderTest.manySources, .large]

        @Test(arguments: pages)
        func aChosenSourceStandsFirstInEverySection(_ page: PageUnderTest) async throws {
            let browser = try await open(page)
            let before = try await browser.evaluate(Self.sizes, as: [Int].self)
            let last = try await browser.evaluate(Self.choose, "last", as: String.self)
            let first = try await browser.evaluate(Self.firstOfEachSection, as: [String].self)
            #expect(first.count >= 3)
            #expect(first.allSatisfy { $0 == last }, "\(first) instead of \(last)")
            #expect(try await browser.evaluate(Self.sizes, as: [Int].self) == before)
            try await expectNone(Probe.repeatedIDs, in: browser)
            try await expectNone(Probe.deadReferences, in: browser)
            try await expectNoFaults(in: browser)
        }

        @Test func choosingTheSameTwiceChangesPlaces() async throws {
            let browser = try await open(.manySources)
            let before = try await browser.evaluate(Self.chosen, as: [String].self)
            _ = try await browser.evaluate(Self.choose, "second", as: String.self)
            let after = try await browser.evaluate(Self.chosen, as: [String].self)
            #expect(after == [before[1], before[0]] + before.dropFirst(2))
        }

        @Test func theListsCanBeReachedAndChangedByKeys() async throws {
            let browser = try await open(.manySources)
            try await browser.focus("#pick select")
            let before = try await browser.evaluate(Self.chosen, as: [String].self)
            try await browser.write("Quay Gazette 9")
            let after = try await browser.evaluate(Self.chosen, as: [String].self)
            #expect(before[0] != after[0])
        }

        @Test func whatIsTypedHidesTheRowsOfOtherSources() async throws {
            let browser = try await open(.manySources)
            let rows = "return [...document.querySelectorAll('.turn tr[data-s]')].filter(row => row.checkVisibility()).length"
            let open = try await browser.evaluate(rows, as: Int.self)
            try await browser.focus("#filter")
            try await browser.write("GAZETTE 11")
            #expect(try await browser.evaluate("return document.querySelector('output').textContent", as: String.self) == "1 of 12 sources")
            #expect(try await browser.evaluate(rows, as: Int.self) == browser.count(".turn"))
            try await browser.perform(
                "const box = document.getElementById('filter'); box.value = ''; box.dispatchEvent(new Event('input'));")
            #expect(try await browser.evaluate(rows, as: Int.self) >= open)
        }

        @Test func withoutScriptsEverySourceIsThereAndNoChoiceIsShown() async throws {
            let browser = try await open(.manySources, in: PageView(runsScripts: false))
            #expect(try await browser.count("#answer th[data-s]") == 12)
            #expect(try await browser.evaluate("return document.getElementById('pick').checkVisibility()", as: Bool.self) == false)
        }

        /// Chooses for the first place and returns the number of the source.
        private static let choose = """
            const picks = [...document.querySelectorAll("#pick select")];
            const value = arguments[0] === "second" ? picks[1].value : [...picks[0].options].map(option => option.value)
              .findLast(value => picks.every(pick => pick.value !== value));
            picks[0].value = value;
            picks[0].dispatchEvent(new Event("change", { bubbles: true }));
            return value;
            """

        private static let chosen = "return [...document.querySelectorAll('#pick select')].map(pick => pick.value)"

        /// The source that stands first in the answer, the matrix, the strips and, if it has a place there, the first framing of the evidence.
        private static let firstOfEachSection = """
            const places = ["#answer th[data-s]", ".turn tr[data-s]", ".strips > li"].map(place => document.querySelector(place)?.dataset.s);
            const framing = document.querySelector("#evidence .framing"), cells = [...framing.querySelectorAll(".columns > div")];
            const numbers = cells.map(cell => cell.id.split("-")[2]);
            return [...places.filter(place => place), ...(numbers.includes(places[0]) ? [numbers[0]] : [])];
            """

        /// How many sources stand in each row of sources.
        private static let sizes = """
            const rows = ["#answer tr", ".turn tbody", ".strips", "#evidence .columns"];
            return rows.flatMap(row => [...document.querySelectorAll(row)].map(element => element.children.length));
            """
    }
}
