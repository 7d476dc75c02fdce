package import Articles
package import Words

/// Whose voice each byte of an article is in, after nested spans are settled: one owner for each stretch.
///
/// Of the spans over a byte the one of the higher rank counts (own carve-out, quoted, distanced, reported), and of equals the shorter.
package struct VoiceMap: Sendable {
    /// A stretch of one field in which one span counts; stretches that no span covers are not listed.
    package struct Segment: Hashable, Sendable {
        package let span: ByteSpan
        package let voice: VoiceSpan
    }

    /// None of an article of which the quotation marks alone were read.
    let spans: [VoiceSpan]
    private let title: [VoiceStretch]
    private let text: [VoiceStretch]

    /// Of quotations by their marks alone, in order.
    init(marksOfTitle title: [VoiceStretch], ofText text: [VoiceStretch]) {
        spans = []
        self.title = title
        self.text = text
    }

    /// - Complexity: O(n log n) for n spans.
    package init(spans: [VoiceSpan]) {
        self.spans = spans
        if let apart = Self.apart(spans) {
            title = []
            text = apart
        } else {
            title = Self.painted(spans, spans.indices.filter { spans[$0].field.isTitle })
            text = Self.painted(spans, spans.indices.filter { !spans[$0].field.isTitle })
        }
    }

    /// The stretches with a voice, in order; between them the source speaks.
    package func segments(in field: TextField) -> [Segment] { stretches(in: field).map { segment($0, field) } }

    func stretches(in field: TextField) -> [VoiceStretch] { field.isTitle ? title : text }

    /// Those that reach into `span`, in order.
    ///
    /// - Complexity: O(log n) for n stretches.
    func stretches(overlapping span: ByteSpan, in field: TextField) -> ArraySlice<VoiceStretch> {
        let stretches = stretches(in: field)
        let first = stretches.partitioningIndex { $0.end > span.start }
        guard first < stretches.count, stretches[first].start < span.end else { return [] }
        return stretches[first..<stretches[first...].partitioningIndex { $0.start >= span.end }]
    }

    /// Who speaks in a stretch of the map.
    func speaker(of stretch: VoiceStretch, in field: TextField) -> SpeakerReference? {
        spans.isEmpty ? nil : stretch.owner(of: spans, in: field).speaker
    }

    /// Quotations whose end was set by the paragraph.
    var unbalancedCount: Int {
        spans.count(where: \.isUnbalanced) + title.count(where: \.isUnbalanced) + text.count(where: \.isUnbalanced)
    }

    private func segment(_ stretch: VoiceStretch, _ field: TextField) -> Segment {
        Segment(span: ByteSpan(stretch.start, stretch.end), voice: stretch.owner(of: spans, in: field))
    }

    /// The stretches that reach into `span`, in order.
    ///
    /// - Complexity: O(log n) for n stretches, and those given.
    package func segments(overlapping span: ByteSpan, in field: TextField) -> [Segment] {
        stretches(overlapping: span, in: field).map { segment($0, field) }
    }

    /// The span that counts at a byte offset; nil where the source speaks.
    ///
    /// - Complexity: O(log n) for n stretches.
    package func span(at offset: Int, in field: TextField) -> VoiceSpan? {
        stretch(at: offset, in: field).map { $0.owner(of: spans, in: field) }
    }

    /// The voice at a byte offset.
    package func voice(at offset: Int, in field: TextField) -> Voice { stretch(at: offset, in: field)?.voice ?? .own }

    private func stretch(at offset: Int, in field: TextField) -> VoiceStretch? {
        let stretches = stretches(in: field)
        let place = stretches.partitioningIndex { $0.end > offset }
        return place < stretches.count && stretches[place].start <= offset ? stretches[place] : nil
    }

    /// The voice of each of some words in order of start: that of the word's first byte.
    ///
    /// - Complexity: O(words + stretches).
    package func voices(of words: [ByteSpan], in field: TextField) -> [Voice] {
        stretches(in: field).withUnsafeBufferPointer { stretches in
            var walk = VoiceWalk(stretches)
            return words.map { walk.voice(at: $0.start) }
        }
    }

    /// Spans of the text that do not overlap, as quotations alone never do: nearly all texts have nothing else. Nil for others.
    private static func apart(_ spans: [VoiceSpan]) -> [VoiceStretch]? {
        var isApart = true
        let stretches = [VoiceStretch](unsafeUninitializedCapacity: spans.count) { stretches, count in
            var end = 0
            while isApart, count < spans.count {
                let (span, isOfTitle) = (spans[count].span, spans[count].field.isTitle)
                isApart = span.start >= end && !span.isEmpty && !isOfTitle
                guard isApart else { return }
                stretches.initializeElement(at: count, to: VoiceStretch(span, spans[count].voice, owner: count))
                end = span.end
                count += 1
            }
        }
        return isApart ? stretches : nil
    }

    /// Paints the stretches between all borders, the spans that count first, each stretch once.
    private static func painted(_ spans: [VoiceSpan], _ chosen: [Int]) -> [VoiceStretch] {
        let borders = Set(chosen.flatMap { [spans[$0].span.start, spans[$0].span.end] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(borders, borders.indices))
        var owners = [Int](repeating: -1, count: borders.count)
        // For each stretch, the first at or behind it that is not painted yet, as a forest with path halving.
        var unpainted = Array(borders.indices)
        func next(_ stretch: Int) -> Int {
            var stretch = stretch
            while unpainted[stretch] != stretch {
                unpainted[stretch] = unpainted[unpainted[stretch]]
                stretch = unpainted[stretch]
            }
            return stretch
        }
        for index in chosen.sorted(by: { counts(spans[$0], before: spans[$1]) }) {
            guard let start = places[spans[index].span.start], let end = places[spans[index].span.end] else { continue }
            var stretch = next(start)
            while stretch < end {
                owners[stretch] = index
                unpainted[stretch] = stretch + 1
                stretch = next(stretch)
            }
        }
        return joined(owners, borders: borders, spans: spans)
    }

    private static func counts(_ left: VoiceSpan, before right: VoiceSpan) -> Bool {
        (-left.voice.rank, left.span.count, left.span.start) < (-right.voice.rank, right.span.count, right.span.start)
    }

    private static func joined(_ owners: [Int], borders: [Int], spans: [VoiceSpan]) -> [VoiceStretch] {
        var stretches: [VoiceStretch] = []
        var start = 0
        for border in owners.indices.dropLast() where owners[border] != owners[border + 1] || border + 2 == owners.count {
            if owners[border] >= 0 {
                let owner = owners[border]
                stretches.append(VoiceStretch(ByteSpan(borders[start], borders[border + 1]), spans[owner].voice, owner: owner))
            }
            start = border + 1
        }
        return stretches
    }
}
