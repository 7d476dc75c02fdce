import Testing

extension BrowserTests {
    /// The page on paper, judged by the document that the browser prints.
    @Suite struct PrintTests {
        @Test(arguments: Paper.allCases, [PageUnderTest.seeds, .oneSource, .manySources])
        func theShortAnswerIsWholeOnPageOne(_ paper: Paper, _ page: PageUnderTest) async throws {
            let browser = try await open(page)
            try await browser.perform(Self.markEnds, ["#answer", "#method"])
            let printed = try await browser.print(on: paper)
            #expect(printed.page(of: "end-0") == 1)
            #expect(try #require(printed.page(of: "end-1")) > 1, "the marks say nothing")
            try await expectNoFaults(in: browser)
        }

        /// What is folded on the screen stays folded on the paper of a large report, which says so.
        @Test func aLargeReportIsPrintedOnPagesThatCanBeRead() async throws {
            let browser = try await open(.large)
            try await browser.perform(Self.markEnds, ["#answer", "#matrix"])
            let printed = try await browser.print(on: .a4)
            #expect(printed.page(of: "end-0") == 1)
            #expect(try #require(printed.page(of: "end-1")) < 20)
            #expect(printed.pageCount < 40)
        }

        @Test func closedFoldsOfConceptsArePrintedAndAreClosedAgainAfterwards() async throws {
            let browser = try await open(.seeds)
            let open = "return [...document.querySelectorAll('details')].map(fold => fold.open)"
            let before = try await browser.evaluate(open, as: [Bool].self)
            let concepts = try await browser.count("#evidence > details")
            #expect(concepts > 1)
            let selectors = (1...concepts).map { JSONValue.text("#evidence > details:nth-of-type(\($0)) > :last-child") }
            try await browser.perform(Self.markEnds, .array(selectors))
            let printed = try await browser.print(on: .a4)
            let pages = (0..<concepts).map { printed.page(of: "end-\($0)") ?? 0 }
            #expect(pages.allSatisfy { $0 > 1 }, "\(pages)")
            #expect(pages == pages.sorted())
            #expect(try await browser.evaluate(open, as: [Bool].self) == before)
        }

        @Test(arguments: PageView.Scheme.allCases)
        func paperIsLightWhateverTheScreen(_ scheme: PageView.Scheme) async throws {
            let browser = try await open(.seeds, in: PageView(scheme: scheme, isPreviewOfPrint: true))
            let style = "const style = getComputedStyle(document.body); return [style.backgroundColor, style.color]"
            let colours = try await browser.evaluate(style, as: [String].self).map { try Colour(css: $0) }
            #expect(colours[0].luminance > 0.95)
            #expect(colours[0].contrast(to: colours[1]) > 10)
        }

        @Test func nothingToOperateIsPrinted() async throws {
            let browser = try await open(.seeds, in: PageView(isPreviewOfPrint: true))
            let shown = """
                return [...document.querySelectorAll("button, select, input, nav, dialog, .skip")]
                  .filter(element => element.checkVisibility()).map(describe);
                \(Probe.describe)
                """
            try await expectNone(shown, in: browser)
        }

        /// Puts a place of no height at the end of each element, and a link to it, so that the printed document tells its page.
        private static let markEnds = """
            arguments[0].forEach((selector, number) => {
              const place = document.createElement("div");
              place.id = "end-" + number;
              document.querySelector(selector).append(place);
              const link = document.createElement("a");
              link.href = "#" + place.id;
              link.textContent = "\\u00B7";
              document.querySelector("footer").append(link);
            });
            """
    }
}
