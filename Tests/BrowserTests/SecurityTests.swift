import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// The page's content security policy.
    @Suite struct SecurityTests {
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
            try await browser.perform(Self.intrusion, .text(ScriptAttacks.trace))
            let refused: [String]? = try await eventually(within: .seconds(5)) {
                let refused = try await browser.evaluate("return window.policyViolations", as: [String].self)
                return refused.count >= 3 ? refused : nil
            }
            #expect(refused?.map { $0.prefix { $0 != " " } }.sorted() == ["img-src", "script-src-elem", "style-src-attr"])
            #expect(
                try await browser.evaluate("return typeof window[arguments[0]]", .text(ScriptAttacks.trace), as: String.self) == "undefined"
            )
        }

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
