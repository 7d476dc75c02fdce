import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// Whatever an article, a headline, a source or a lexicon holds is text on the page.
    @Suite struct SecurityTests {
        static let hostile = HostileText.page("hostile") { $0 }
        static let harmless = HostileText.page("harmless", HostileText.harmless)

        @Test func hostileTextMakesTheSameElementsAsHarmlessText() async throws {
            let found = try await census(Self.hostile)
            let expected = try await census(Self.harmless)
            #expect(found.elements == expected.elements)
            #expect(found.attributes.subtracting(expected.attributes) == [])
        }

        @Test func hostileFileNamesMakeTheSameElementsAndRunNothing() async throws {
            let found = try await census(HostileText.filesPage("hostile-files") { $0 })
            let browser = try #require(Browser.current)
            #expect(
                try await browser.evaluate("return typeof window[arguments[0]]", .text(HostileText.trace), as: String.self) == "undefined")
            #expect(try await browser.evaluate("return document.body.textContent.includes('<img src=x onerror')", as: Bool.self))
            try await expectNoFaults(in: browser)
            let expected = try await census(HostileText.filesPage("harmless-files", HostileText.harmless))
            #expect(found.elements == expected.elements)
            #expect(found.attributes.subtracting(expected.attributes) == [])
        }

        @Test(arguments: PageView.Scheme.allCases)
        func hostileTextRunsNothingAndAsksForNothing(_ scheme: PageView.Scheme) async throws {
            let browser = try await open(Self.hostile, in: PageView(scheme: scheme))
            // Handlers of input that a name might have smuggled in get their chance.
            try await browser.perform(
                """
                for (const element of document.querySelectorAll("*"))
                  for (const name of ["mouseover", "focus", "error", "toggle"]) element.dispatchEvent(new Event(name));
                """)
            #expect(
                try await browser.evaluate("return typeof window[arguments[0]]", .text(HostileText.trace), as: String.self) == "undefined")
            try await expectNoFaults(in: browser)
        }

        @Test func hostileTextIsShownAsItStands() async throws {
            let text = try await open(Self.hostile).evaluate("return document.body.textContent", as: String.self)
            for string in [
                "<img src=x onerror=\(HostileText.trace)=1>", "</title><script>", "&lt;script&gt; &#x27;", "]]> <![CDATA[",
                "[press](javascript:",
            ] {
                let isShown = text.contains(string)
                #expect(isShown, "\(string) did not reach the page")
            }
        }

        @Test(arguments: PageView.widths)
        func hostileTextNeitherWidensThePageNorLeadsOutOfIt(_ width: Int) async throws {
            let browser = try await open(Self.hostile, in: PageView(width: width))
            try await expectNone(Probe.overflow, in: browser)
            try await expectNone(Probe.repeatedIDs, in: browser)
            try await expectNone(Probe.deadReferences, in: browser)
            try await expectNone(Probe.foreignLinks, in: browser)
        }

        @Test(.enabled(if: hasSharedData("interop/third-party/blns.json")))
        func theBigListOfNaughtyStringsMakesTheSameElementsAsHarmlessText() async throws {
            let strings = try JSONDecoder().decode([String].self, from: sharedData("interop/third-party/blns.json")).filter { !$0.isEmpty }
            let found = try await census(HostileText.page("naughty", strings: strings) { $0 })
            let expected = try await census(HostileText.page("not-naughty", strings: strings, HostileText.harmless))
            #expect(found.elements == expected.elements)
            #expect(found.attributes.subtracting(expected.attributes) == [])
            let browser = try await open(HostileText.page("naughty", strings: strings) { $0 })
            try await expectNoFaults(in: browser)
            try await expectNone(Probe.foreignLinks, in: browser)
        }

        @Test(arguments: PageUnderTest.all)
        func thePolicyComesFirstAndAllowsNothingButTheTwoBlocks(_ page: PageUnderTest) async throws {
            let browser = try await open(page)
            let policy = try await browser.evaluate(Self.policy, as: String.self)
            let directives = policy.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(directives.contains("default-src 'none'"))
            #expect(directives.contains("base-uri 'none'"))
            #expect(directives.contains("form-action 'none'"))
            #expect(!policy.contains("unsafe") && !policy.contains("http") && !policy.contains("*"))
        }

        @Test func thePolicyRefusesWhatIsPutIntoThePageLater() async throws {
            let browser = try await open(.seeds)
            try await browser.perform(Self.intrusion, .text(HostileText.trace))
            let refused: [String]? = try await eventually(within: .seconds(5)) {
                let refused = try await browser.evaluate("return window.policyViolations", as: [String].self)
                return refused.count >= 3 ? refused : nil
            }
            #expect(refused?.map { $0.prefix { $0 != " " } }.sorted() == ["img-src", "script-src-elem", "style-src-attr"])
            #expect(
                try await browser.evaluate("return typeof window[arguments[0]]", .text(HostileText.trace), as: String.self) == "undefined")
        }

        private func census(_ page: PageUnderTest) async throws -> Census {
            try await open(page).evaluate(Self.census, as: Census.self)
        }

        struct Census: Decodable {
            /// How many there are of each element that loads, runs, embeds, takes input or carries the structure.
            /// Not links: a finding about quotation marks may bring one more.
            let elements: [String: Int]
            /// Names of all attributes on the page.
            let attributes: Set<String>
        }

        private static let census = """
            const telling = "script style link meta base title area img picture source audio video track iframe frame object embed form input button "
              + "select textarea template dialog math foreignobject animate set marquee plaintext noscript slot canvas h1 h2 table caption main nav";
            const elements = {}, attributes = new Set();
            for (const element of document.querySelectorAll("*")) {
              const name = element.tagName.toLowerCase();
              if (telling.split(" ").includes(name) || name.includes("-")) elements[name] = (elements[name] ?? 0) + 1;
              element.getAttributeNames().forEach(name => attributes.add(name));
            }
            return { elements, attributes: [...attributes] };
            """

        /// The policy's text, empty where anything that it should rule stands before it.
        private static let policy = """
            const policy = document.querySelector("head > meta[http-equiv='Content-Security-Policy' i]");
            const ruled = [...document.querySelectorAll("style, script, link, img")];
            const isFirst = policy && ruled.every(element => policy.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
            return isFirst ? policy.content : "";
            """

        private static let intrusion = """
            const script = document.createElement("script"), image = document.createElement("img");
            script.textContent = arguments[0] + " = 1";
            image.src = "http://127.0.0.1:9/image.png";
            document.body.append(script, image);
            document.body.setAttribute("style", "display: none");
            """
    }
}
