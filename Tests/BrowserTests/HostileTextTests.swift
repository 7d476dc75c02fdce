import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// Whatever a file name, an article, a headline, a source or a lexicon holds is text on the page.
    @Suite struct HostileTextTests {
        @Test(arguments: HostileText.all.flatMap(\.pairs))
        func hostileTextMakesTheElementsOfHarmlessTextAndRunsAndLoadsNothing(_ pair: HostileText.Pair) async throws {
            let found = try await elements(of: pair.hostile)
            try await expectNothingRan()
            let expected = try await elements(of: pair.harmless)
            #expect(found.count == expected.count)
            let differences = zip(found, expected).filter { $0 != $1 }.prefix(5).map { "\($0) for \($1)" }
            #expect(differences == [])
        }

        @Test func hostileTextIsShownAsItStands() async throws {
            for pair in HostileText.attacks.pairs {
                let text = try await open(pair.hostile).evaluate("return document.body.textContent", as: String.self)
                for string in [
                    "<script src=//127.0.0.1:9/x.js></script>", "&amp;amp; &bogus; &#60img src=x", "]]> <![CDATA[<script>",
                    "[press](javascript:",
                    "__proto__ constructor", "</bdi></b></a></td></tr>",
                ] {
                    let isShown = text.contains(string)
                    #expect(isShown, "\(string) did not reach \(pair.hostile.name)")
                }
            }
        }

        @Test(arguments: HostileText.attacks.pairs, PageView.widths)
        func hostileTextNeitherWidensThePageNorLeadsOutOfIt(_ pair: HostileText.Pair, _ width: Int) async throws {
            let browser = try await open(pair.hostile, in: PageView(width: width))
            for probe in [Probe.overflow, Probe.repeatedIDs, Probe.deadReferences, Probe.foreignLinks] {
                try await expectNone(probe, in: browser)
            }
        }

        /// Handlers that a text might have smuggled in get their chance first.
        private func expectNothingRan() async throws {
            let browser = try #require(Browser.current)
            try await browser.perform(
                """
                for (const element of document.querySelectorAll("*"))
                  for (const name of ["mouseover", "focus", "error", "load", "click", "toggle"])
                    if (name !== "click" || !element.closest("a, button, summary")) element.dispatchEvent(new Event(name));
                """)
            let trace = JSONValue.text(ScriptAttacks.trace)
            #expect(try await browser.evaluate("return typeof window[arguments[0]]", trace, as: String.self) == "undefined")
            #expect(try await browser.evaluate("return document.title === arguments[0]", trace, as: Bool.self) == false)
            try await expectNoFaults(in: browser)
            try await expectNone(Probe.foreignLinks, in: browser)
        }

        /// Every element in order: how deep it stands, its name and its attributes; of those that repeat a text only the name.
        private func elements(of page: PageUnderTest) async throws -> [String] {
            try await open(page).evaluate(
                """
                const repeating = ["title", "aria-label", "data-source", "content"];
                const describe = (element, depth) => {
                  const attributes = [...element.attributes].map(({ name, value }) => repeating.includes(name) ? name : name + "=" + value);
                  return [depth + " " + element.localName + " " + attributes.join(" "), ...[...element.children].flatMap(child => describe(child, depth + 1))];
                };
                return describe(document.documentElement, 0);
                """, as: [String].self)
        }
    }
}
