import Articles
import Words

extension ArticleTally {
    /// Writes what `JSONEncoder` would make of it.
    func write(to json: inout JSONText) {
        json.openObject()
        json.add("date", date?.iso)
        json.add("dateIsInferred", dateIsInferred)
        json.add("doc", doc)
        json.add("headline", headline)
        json.addList("hits", of: hits) { $0.write(to: &$1) }
        json.addList("introductions", of: introductions) { $0.write(to: &$1) }
        json.add("language", language)
        json.addList("names", of: names) { $1.value($0) }
        json.addList("passages", of: passages) { $0.write(to: &$1) }
        json.add("readsMarksOnly", readsMarksOnly)
        json.add("sha256", sha256)
        json.key("source")
        json.openObject()
        json.add("isRetold", source.isRetold)
        json.add("name", source.name)
        json.closeObject()
        json.addList("speakers", of: speakers) { $0.write(to: &$1) }
        json.add("unbalancedQuotations", unbalancedQuotations)
        json.closeObject()
    }
}

extension Hit {
    fileprivate func write(to json: inout JSONText) {
        json.openObject()
        json.add("concept", concept)
        json.add("context", context)
        json.add("cue", cue)
        json.add("endWord", endWord)
        json.add("field", field.rawValue)
        json.add("firstWord", firstWord)
        json.add("framing", framing)
        json.add("passage", passage.rawValue)
        json.add("passageIndex", passageIndex)
        json.add("rule", rule)
        json.add("side", side)
        json.add("span", span)
        json.add("speaker", speaker)
        json.add("status", status.rawValue)
        json.add("surface", surface)
        json.add("term", term)
        json.add("voice", voice.rawValue)
        json.closeObject()
    }
}

extension IntroducedSpeech {
    fileprivate func write(to json: inout JSONText) {
        json.openObject()
        json.add("context", context)
        json.add("field", field.rawValue)
        json.add("implies", implies)
        json.add("passageIndex", passageIndex)
        json.add("span", span)
        json.add("speaker", speaker)
        json.add("status", status.rawValue)
        json.add("surface", surface)
        json.add("verb", verb)
        json.add("word", word)
        json.closeObject()
    }
}

extension PassageTally {
    fileprivate func write(to json: inout JSONText) {
        json.openObject()
        json.add("field", field.rawValue)
        json.add("kind", kind.rawValue)
        json.key("signature")
        json.value(signature)
        json.add("span", span)
        json.addList("voiceRuns", of: voiceRuns) { $0.write(to: &$1) }
        json.closeObject()
    }
}

extension VoiceRun {
    fileprivate func write(to json: inout JSONText) {
        json.openObject()
        json.add("end", end)
        json.add("first", first)
        json.add("speaker", speaker)
        json.add("voice", voice.rawValue)
        json.closeObject()
    }
}

extension TalliedSpeaker {
    fileprivate func write(to json: inout JSONText) {
        json.openObject()
        json.addList("mentions", of: mentions) { $1.value($0) }
        json.add("name", name)
        json.add("side", side)
        json.closeObject()
    }
}

extension JSONText {
    fileprivate mutating func addList<Element>(_ name: StaticString, of elements: [Element], _ write: (Element, inout JSONText) -> Void) {
        key(name)
        openList()
        for element in elements { write(element, &self) }
        closeList()
    }

    fileprivate mutating func add(_ name: StaticString, _ span: ByteSpan) {
        key(name)
        openObject()
        add("end", span.end)
        add("start", span.start)
        closeObject()
    }

    fileprivate mutating func add(_ name: StaticString, _ context: HitContext?) {
        guard let context else { return }
        key(name)
        openObject()
        add("left", context.left)
        add("leftIsCut", context.leftIsCut)
        add("right", context.right)
        add("rightIsCut", context.rightIsCut)
        closeObject()
    }
}
