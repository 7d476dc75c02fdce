/// What the reading of a passage fills; handed from passage to passage, so that its memory is used again.
struct PassageDrafts {
    var drafts: [VoiceDraft] = []
    /// For each quotation of the passage, the draft that it became; -1 for none.
    var draftOfQuotation: [Int] = []
    /// Quotations that stand without any attribution in their sentence.
    var isUnattributed: [Bool] = []
    /// Memory for the attributions of one sentence.
    var attributions: [Attribution] = []

    /// Empties all for a passage with so many quotations.
    mutating func begin(quotationCount: Int) {
        drafts.removeAll(keepingCapacity: true)
        draftOfQuotation.removeAll(keepingCapacity: true)
        isUnattributed.removeAll(keepingCapacity: true)
        for _ in 0..<quotationCount {
            draftOfQuotation.append(-1)
            isUnattributed.append(false)
        }
    }
}
