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

    private let title: [Segment]
    private let text: [Segment]

    /// - Complexity: O(n log n) for n spans.
    package init(spans: [VoiceSpan]) {
        let isOfText = !spans.contains(where: \.field.isTitle)
        title = isOfText ? [] : Self.segments(of: spans.filter(\.field.isTitle))
        text = Self.segments(of: isOfText ? spans : spans.filter { !$0.field.isTitle })
    }

    /// The stretches with a voice, in order; between them the source speaks.
    package func segments(in field: TextField) -> [Segment] {
        switch field {
        case .title: title
        case .text: text
        }
    }

    /// The stretches that reach into `span`, in order.
    ///
    /// - Complexity: O(log n) for n segments.
    package func segments(overlapping span: ByteSpan, in field: TextField) -> ArraySlice<Segment> {
        let segments = segments(in: field)
        let first = segments.partitioningIndex { $0.span.end > span.start }
        let end = segments.partitioningIndex { $0.span.start >= span.end }
        return segments[first..<max(first, end)]
    }

    /// The span that counts at a byte offset; nil where the source speaks.
    ///
    /// - Complexity: O(log n) for n segments.
    package func span(at offset: Int, in field: TextField) -> VoiceSpan? {
        let segments = segments(in: field)
        return Self.index(at: offset, in: segments).map { segments[$0].voice }
    }

    private static func index(at offset: Int, in segments: [Segment]) -> Int? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].span.end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < segments.count && segments[low].span.contains(offset) ? low : nil
    }

    /// The voice at a byte offset.
    package func voice(at offset: Int, in field: TextField) -> Voice {
        field.isTitle ? Self.voice(at: offset, in: title) : Self.voice(at: offset, in: text)
    }

    private static func voice(at offset: Int, in segments: [Segment]) -> Voice {
        guard let index = index(at: offset, in: segments) else { return .own }
        return segments[index].voice.voice
    }

    /// The voices at places of one field that ascend, each found from the one before.
    package struct Walk {
        private let segments: [Segment]
        private var next = 0

        fileprivate init(_ segments: [Segment]) { self.segments = segments }

        /// The voice at a byte offset, which is not before the one last asked for.
        package mutating func voice(at offset: Int) -> Voice {
            while next < segments.count, segments[next].span.end <= offset { next += 1 }
            return next < segments.count && segments[next].span.start <= offset ? segments[next].voice.voice : .own
        }
    }

    package func walk(in field: TextField) -> Walk { Walk(segments(in: field)) }

    /// The voice of each of some words in order of start: that of the word's first byte.
    ///
    /// - Complexity: O(words + segments).
    package func voices(of words: [ByteSpan], in field: TextField) -> [Voice] {
        let segments = segments(in: field)
        var next = 0
        return words.map { word in
            while next < segments.count, segments[next].span.end <= word.start { next += 1 }
            return next < segments.count && segments[next].span.contains(word.start) ? segments[next].voice.voice : .own
        }
    }

    private static func segments(of spans: [VoiceSpan]) -> [Segment] {
        // Quotations alone never overlap, and most texts have nothing else.
        var segments: [Segment] = []
        segments.reserveCapacity(spans.count)
        var end = 0
        for index in spans.indices {
            let span = spans[index].span
            guard span.start >= end, !span.isEmpty else { return painted(spans) }
            segments.append(Segment(span: span, voice: spans[index]))
            end = span.end
        }
        return segments
    }

    /// Paints the stretches between all borders, the spans that count first, each stretch once.
    private static func painted(_ spans: [VoiceSpan]) -> [Segment] {
        let borders = Set(spans.flatMap { [$0.span.start, $0.span.end] }).sorted()
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
        for index in spans.indices.sorted(by: { counts(spans[$0], before: spans[$1]) }) {
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

    private static func joined(_ owners: [Int], borders: [Int], spans: [VoiceSpan]) -> [Segment] {
        var segments: [Segment] = []
        var start = 0
        for stretch in owners.indices.dropLast() where owners[stretch] != owners[stretch + 1] || stretch + 2 == owners.count {
            if owners[stretch] >= 0 {
                segments.append(Segment(span: ByteSpan(borders[start], borders[stretch + 1]), voice: spans[owners[stretch]]))
            }
            start = stretch + 1
        }
        return segments
    }
}
