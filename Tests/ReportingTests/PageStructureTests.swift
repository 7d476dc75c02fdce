import Foundation
import Synchronization
import Testing

@testable import Comparing
@testable import Reporting

struct PageStructureTests {
    @Test(arguments: SampleComparisons.states)
    func aPageInEveryStateIsWellFormedAndReachable(_ state: String) throws {
        let scan = try SampleComparisons.scan(state)
        #expect(scan.badNesting == [])
        #expect(scan.all("h1").count == 1)
        let levels = scan.tags.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        let ids = scan.values("id")
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.allSatisfy { $0 == "-" || $0.isASCII && ($0.isNumber || $0.isLowercase) } })
        let links = scan.values("href")
        #expect(links.allSatisfy { $0.hasPrefix("#") && ids.contains(String($0.dropFirst())) })
        #expect(Set(scan.values("aria-labelledby")).isSubset(of: ids))
    }

    @Test(arguments: SampleComparisons.states)
    func tablesHaveCaptionsAndScopedHeads(_ state: String) throws {
        let scan = try SampleComparisons.scan(state)
        for (index, tag) in scan.tags.enumerated() where tag.name == "table" { #expect(scan.tags[index + 1].name == "caption") }
        #expect(scan.all("th").allSatisfy { $0.attributes["scope"] != nil })
    }

    @Test(arguments: SampleComparisons.states)
    func nothingNeedsMoreThanTheFile(_ state: String) throws {
        let scan = try SampleComparisons.scan(state)
        #expect(scan.tags.allSatisfy { $0.attributes["style"] == nil && $0.attributes["src"] == nil })
        #expect(scan.tags.allSatisfy { !$0.attributes.keys.contains { $0.hasPrefix("on") } })
        #expect(scan.all("link").isEmpty && scan.all("img").isEmpty && scan.all("iframe").isEmpty)
        #expect(scan.all("script").count == 1 && scan.all("style").count == 1)
    }

    @Test func thePolicyNamesTheHashesOfTheInlineBlocks() throws {
        let hashed = Mutex<[[UInt8]]>([])
        let report = ComparisonReport(ComparisonFixture.finishedValley(), record: ComparisonFixture.record) { block in
            hashed.withLock { $0.append(block) }
            return (try? base64OfSHA256(block)) ?? ""
        }
        let page = report.html()
        let blocks = hashed.withLock { $0 }
        let policy = try #require(PageScan(page).all("meta").compactMap { $0.attributes["content"] }.first { $0.contains("default-src") })
        for (name, directive) in [("style", "style-src"), ("script", "script-src")] {
            let start = try #require(page.range(of: "<\(name)>"))
            let end = try #require(page.range(of: "</\(name)>", range: start.upperBound..<page.endIndex))
            let block = Array(page[start.upperBound..<end.lowerBound].utf8)
            #expect(blocks.contains(block))
            let hash = try base64OfSHA256(block)
            #expect(hash.count == 44 && policy.contains("\(directive) 'sha256-\(hash)'"))
        }
        #expect(policy.hasPrefix("default-src 'none'; "))
        let policyAt = try #require(page.range(of: "Content-Security-Policy"))
        let styleAt = try #require(page.range(of: "<style>"))
        #expect(policyAt.lowerBound < styleAt.lowerBound)
    }

    @Test func aFiveArticlePageStaysWithinItsBudget() throws {
        let size = try SampleComparisons.page("valley").utf8.count
        #expect(size < 200_000)
    }

    @Test func sixtySourcesAndFortyFramingsStayUnderTwoMegabytes() throws {
        let size = try SampleComparisons.page("sixty").utf8.count
        #expect(size < 2_000_000)
    }

    @Test func theSamePageIsWrittenTwice() throws {
        let again = ComparisonReport(
            ComparisonFixture.finishedValley(), record: ComparisonFixture.record, hashOfInlineBlock: { _ in "hash" }
        ).html()
        let isEqual = try SampleComparisons.page("valley") == again
        #expect(isEqual)
    }
}
