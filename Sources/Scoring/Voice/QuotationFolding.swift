/// Writes the tokens of a passage anew, each outermost quotation as one item, and where among the items the rules begin.
struct QuotationFolding {
    private let scanned: ScannedPassage
    private let items: UnsafeMutablePointer<VoiceToken>
    private var landmarks: ItemLandmarks
    private var itemCount = 0
    /// The first token that has not been written, and the first landmarks of each kind.
    private var token = 0
    private var (stop, cue, name) = (0, 0, 0)

    init(of scanned: ScannedPassage, to buffers: VoiceBuffers) {
        self.scanned = scanned
        items = buffers.items
        landmarks = buffers.emptyItemLandmarks(of: scanned.landmarks)
    }

    /// Writes the tokens before a quotation and the item that it becomes.
    mutating func fold(_ quotation: Quotation, to item: VoiceToken) {
        copy(upTo: quotation.first)
        (items + itemCount).initialize(to: item)
        landmarks.stops.append(itemCount)
        landmarks.quotations.append(itemCount)
        itemCount += 1
        token = quotation.last + 1
        stop = scanned.landmarks.stops.index(from: stop, reaching: token)
        cue = scanned.landmarks.cues.index(from: cue, reaching: token)
        name = scanned.landmarks.names.index(from: name, reaching: token)
    }

    /// Writes the tokens behind the last quotation.
    mutating func finish() -> (items: VoiceTokens, landmarks: ItemLandmarks) {
        copy(upTo: scanned.tokens.count)
        return (VoiceTokens(first: items, count: itemCount), landmarks)
    }

    private mutating func copy(upTo end: Int) {
        guard token < end, let base = scanned.tokens.base else { return }
        precondition(end <= scanned.tokens.count, "a quotation lies inside its passage")
        let moved = token - itemCount
        (items + itemCount).initialize(from: base + token, count: end - token)
        itemCount += end - token
        token = end
        scanned.landmarks.stops.append(upTo: end, from: &stop, movedBy: moved, to: &landmarks.stops)
        scanned.landmarks.cues.append(upTo: end, from: &cue, movedBy: moved, to: &landmarks.cues)
        scanned.landmarks.names.append(upTo: end, from: &name, movedBy: moved, to: &landmarks.names)
    }
}
