/// What the reading of passages fills; handed from passage to passage, so that its memory is used again.
struct PassageDrafts: ~Copyable {
    /// How many drafts of the article stand before the passage's.
    private(set) var base = 0
    /// For each quotation of the passage, the place of the draft that it became; -1 for none.
    var draftOfQuotation = FlatList<Int>()
    /// Quotations that stand without any attribution in their sentence.
    var isUnattributed = FlatList<Bool>()
    /// Memory for the attributions of one sentence.
    var attributions = FlatList<Attribution>()

    /// Begins a passage with so many quotations behind so many drafts.
    mutating func begin(base: Int, quotationCount: Int) {
        self.base = base
        draftOfQuotation.fill(quotationCount, with: -1)
        isUnattributed.fill(quotationCount, with: false)
    }

    /// Says that a draft has been put before those of the passage.
    mutating func moveDrafts() {
        for quotation in draftOfQuotation.indices where draftOfQuotation[quotation] >= 0 { draftOfQuotation[quotation] += 1 }
    }
}
