/// What the reading of passages fills; handed from passage to passage, so that its memory is used again.
struct PassageDrafts {
    /// Those of the article so far.
    var drafts: [VoiceDraft] = []
    /// How many of them stand before the passage's.
    private(set) var base = 0
    /// For each quotation of the passage, the place of the draft that it became; -1 for none.
    var draftOfQuotation: [Int] = []
    /// Quotations that stand without any attribution in their sentence.
    var isUnattributed: [Bool] = []
    /// Memory for the attributions of one sentence.
    var attributions: [Attribution] = []

    /// Begins a passage with so many quotations.
    mutating func begin(quotationCount: Int) {
        base = drafts.count
        draftOfQuotation.removeAll(keepingCapacity: true)
        isUnattributed.removeAll(keepingCapacity: true)
        for _ in 0..<quotationCount {
            draftOfQuotation.append(-1)
            isUnattributed.append(false)
        }
    }

    /// Puts a draft before those of the passage.
    mutating func prepend(_ draft: VoiceDraft) {
        drafts.insert(draft, at: base)
        for quotation in draftOfQuotation.indices where draftOfQuotation[quotation] >= 0 { draftOfQuotation[quotation] += 1 }
    }
}
