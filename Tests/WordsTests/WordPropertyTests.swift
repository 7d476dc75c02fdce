import Testing

@testable import Words

@Suite struct WordPropertyTests {
    @Test func `the table says of each code point what its run says`() {
        let (starts, values) = (WordPropertyRuns.starts, WordPropertyRuns.values)
        let table = WordProperty.table
        for run in starts.indices {
            let end = run + 1 < starts.count ? starts[run + 1] : 0x110000
            let differing = (starts[run]..<end).first { table[$0].bits != values[run] }
            #expect(differing == nil)
        }
        #expect(table[0x110000].bits == 0)
    }
}
