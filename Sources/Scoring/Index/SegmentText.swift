import Articles
import Words

extension SegmentView {
    func passage(_ number: Int) -> Passage {
        let span = ByteSpan(Int(passageStart[number]), Int(passageEnd[number]))
        return Passage(
            field: PassageKindCode.field(passageKind[number]), span: span, kind: PassageKindCode.kind(passageKind[number]) ?? .boilerplate)
    }

    /// Words and sentences of a passage by their bytes in the article.
    func text(ofPassage number: Int) -> PassageWords {
        let passage = passage(number)
        var offset = passage.span.start
        let spans = words(ofPassage: number).map { word in
            offset += byteCount(ofJoint: joint(word))
            let start = offset
            offset += spellings[min(spelling(word), spellings.count - 1)].count
            return ByteSpan(start, offset)
        }
        return PassageWords(bytes: [], words: spans, sentences: SentenceCoding.sentences(sentences[number], in: passage.span))
    }

    /// From the first byte of the first word to the end of the last, counted from the next checkpoint before.
    ///
    /// - Complexity: O(1) but for the words between.
    func span(of hit: Range<Int>, inPassage number: Int) -> ByteSpan {
        let checkpoint = hit.lowerBound / IndexFormat.checkpointDistance * IndexFormat.checkpointDistance
        var word = Int(passageFirst[number])
        var start = Int(passageStart[number])
        if checkpoint >= word, checkpoint < column.count {
            (word, start) = (checkpoint, Int(checkpoints[checkpoint / IndexFormat.checkpointDistance]))
        } else {
            start += byteCount(ofJoint: joint(word))
        }
        // `start` is the first byte of `word`.
        while word < hit.lowerBound {
            start += byteCount(ofSpelling: word) + byteCount(ofJoint: joint(word + 1))
            word += 1
        }
        var end = start + byteCount(ofSpelling: word)
        for next in hit.dropFirst() { end += byteCount(ofJoint: joint(next)) + byteCount(ofSpelling: next) }
        return ByteSpan(start, end)
    }

    /// The words as they stand in the text, with what stands between them.
    func surface(of hit: Range<Int>) -> String {
        var bytes: [UInt8] = []
        for word in hit {
            if word > hit.lowerBound, joint(word) < joints.count { bytes += joints[joint(word)] }
            bytes += spellings[min(spelling(word), spellings.count - 1)]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts the bytes of a passage where they stand in the text of its article.
    func write(passage number: Int, to text: inout [UInt8]) {
        var offset = Int(passageStart[number])
        func put(_ bytes: UnsafeBufferPointer<UInt8>) {
            guard offset + bytes.count <= text.count else { return }
            for (place, byte) in bytes.enumerated() { text[offset + place] = byte }
            offset += bytes.count
        }
        for word in words(ofPassage: number) {
            if joint(word) < joints.count { put(joints[joint(word)]) }
            put(spellings[min(spelling(word), spellings.count - 1)])
        }
        let tail = Int(passageTail[number])
        if tail < joints.count { put(joints[tail]) }
    }

    func byteCount(ofSpelling word: Int) -> Int { spellings[min(spelling(word), spellings.count - 1)].count }

    func byteCount(ofJoint joint: Int) -> Int { joint < joints.count ? joints[joint].count : 0 }
}
