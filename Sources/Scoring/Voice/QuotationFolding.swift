/// Writes the tokens of a passage anew, each outermost quotation as one item, and the numbers of those items with which a sentence may end.
struct QuotationFolding {
    private let tokens: VoiceTokens
    private let tokenStops: TokenNumbers
    private let items: UnsafeMutablePointer<VoiceToken>
    private var stops: TokenNumbers
    private var itemCount = 0
    /// The first token and the first stop that have not been written.
    private var token = 0
    private var stop = 0

    init(of scanned: ScannedPassage, to buffers: VoiceBuffers) {
        tokens = scanned.tokens
        tokenStops = scanned.landmarks.stops
        items = buffers.items
        stops = buffers.emptyItemStops()
    }

    /// Writes the tokens before a quotation and the item that it becomes.
    mutating func fold(_ quotation: Quotation, to item: VoiceToken) {
        copy(upTo: quotation.first)
        (items + itemCount).initialize(to: item)
        stops.append(itemCount)
        itemCount += 1
        token = quotation.last + 1
        stop = tokenStops.index(from: stop, reaching: token)
    }

    /// Writes the tokens behind the last quotation.
    mutating func finish() -> (items: VoiceTokens, stops: TokenNumbers) {
        copy(upTo: tokens.count)
        return (VoiceTokens(first: items, count: itemCount), stops)
    }

    private mutating func copy(upTo end: Int) {
        guard token < end, let base = tokens.base else { return }
        precondition(end <= tokens.count, "a quotation lies inside its passage")
        let moved = token - itemCount
        (items + itemCount).initialize(from: base + token, count: end - token)
        itemCount += end - token
        token = end
        while stop < tokenStops.count, tokenStops[stop] < end {
            stops.append(tokenStops[stop] - moved)
            stop += 1
        }
    }
}
