import Testing

extension BrowserTests {
    /// What holds for every form of the report, whatever the screen.
    @Suite struct StructureTests {
        @Test(arguments: PageUnderTest.all, PageView.all)
        func thePageFitsTheScreenAndLoadsWithoutMessageRequestOrViolation(_ page: PageUnderTest, _ view: PageView) async throws {
            let browser = try await open(page, in: view)
            try await expectNoFaults(in: browser)
            try await expectNone(Probe.overflow, in: browser)
        }

        @Test(arguments: PageUnderTest.all, PageView.widths)
        func everyTargetIsAtLeast24PixelsHigh(_ page: PageUnderTest, _ width: Int) async throws {
            let browser = try await open(page, in: PageView(width: width))
            try await expectNone(Probe.lowTargets, in: browser)
        }

        @Test(arguments: PageUnderTest.all)
        func oneHeadingLeadsAndNoLevelIsSkipped(_ page: PageUnderTest) async throws {
            let levels = try await open(page).evaluate(Probe.headingLevels, as: [Int].self)
            #expect(levels.first == 1)
            #expect(levels.count { $0 == 1 } == 1)
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(levels)")
        }

        @Test(arguments: PageUnderTest.all)
        func everyIdIsUniqueAndEveryReferenceIsAlive(_ page: PageUnderTest) async throws {
            let browser = try await open(page)
            try await expectNone(Probe.repeatedIDs, in: browser)
            try await expectNone(Probe.deadReferences, in: browser)
        }

        @Test(arguments: PageUnderTest.all)
        func noLinkLeavesThePage(_ page: PageUnderTest) async throws {
            let browser = try await open(page)
            try await expectNone(Probe.foreignLinks, in: browser)
        }

        @Test(arguments: PageUnderTest.all)
        func everyTableHasACaptionAndScopedHeads(_ page: PageUnderTest) async throws {
            let browser = try await open(page)
            try await expectNone(Probe.faultyTables, in: browser)
        }

        @Test(arguments: PageUnderTest.all)
        func styleAndBehaviourAreInTheHeadAndTheScriptOnly(_ page: PageUnderTest) async throws {
            let browser = try await open(page)
            try await expectNone(Probe.inlineCode, in: browser)
        }

        @Test(arguments: PageUnderTest.forms)
        func thePageSaysItsLanguageAndItsTitle(_ page: PageUnderTest) async throws {
            let browser = try await open(page)
            #expect(try await browser.evaluate("return document.documentElement.lang", as: String.self) == "en")
            #expect(try await browser.evaluate("return document.title", as: String.self).isEmpty == false)
        }

        @Test(arguments: PageUnderTest.all, [390, 1440])
        func everyControlLinkAndImageHasAName(_ page: PageUnderTest, _ width: Int) async throws {
            let nodes = try await open(page, in: PageView(width: width)).accessibilityNodes()
            let named: Set = [
                "button", "checkbox", "combobox", "link", "textbox", "searchbox", "radio", "img", "image", "table", "dialog",
                "DisclosureTriangle",
            ]
            let nameless = nodes.filter { named.contains($0.role) && $0.name.isEmpty }
            #expect(nodes.contains { $0.role == "link" }, "the tree of names was empty")
            #expect(nameless.map(\.role) == [])
        }
    }
}
