import Comparing
import Scoring

extension HTMLDocument {
    /// A block narrower than this share of the strip is named in the line under it; on phones, one narrower than the second.
    private static let narrowest = (named: 0.13, namedOnPhones: 0.3)
    /// Below this many words a percentage says more than the numbers carry.
    private static let fewestForPercent = 20

    /// Whose words fill the articles: a strip for each source, and every speaker with counts.
    var voices: PageSection? {
        guard model.showsVoices else { return nil }
        let sources = model.listedSources
        let rest = sources.dropFirst(MatrixPlan.openSources)
        return PageSection(
            ("voices", "Speakers"), heading: "Who gets to speak",
            introduction: model.hasAttributedWords
                ? "How the words of each source divide: solid is the source itself, outlined blocks are the people whose words "
                    + "fill the rest. Reported speech goes to its speaker, though the wording may be either\u{2019}s."
                : "No words of others were found: every word that was read is the sources\u{2019} own."
        ) {
            element(.ul, .class("strips")) { sources.prefix(MatrixPlan.openSources).map(strip) }
            if !rest.isEmpty {
                fold(numbers.counted(rest.count, "more source")) { element(.ul, .class("strips")) { rest.map(strip) } }
            }
            speakerTable
            introducedSpeech
        }
    }

    private func strip(_ index: Int) -> ReportNode {
        let source = comparison.sources[index]
        let shares = SpeakerShares(source, sides: sides)
        return element(.li, model.hasManySources ? .source(index) : nil) {
            element(.p, .class("strip-title")) {
                element(.b) { name(source.name) }
                " "
                small(numbers.counted(shares.total, "word"))
            }
            if shares.total > 0 {
                let label = "\(source.name), \(numbers.counted(shares.total, "word")): \(list(shares.segments, of: shares.total))"
                element(.div, .class("strip"), .role("img"), .label(label)) {
                    for segment in shares.segments { block(segment, of: shares.total) }
                }
                smallBlocks(shares)
            }
        }
    }

    private func list(_ segments: [SpeakerShares.Segment], of total: Int) -> String {
        segments.map { "\(ownerLabel($0)) \(amount($0, of: total))" }.joined(separator: "; ")
    }

    private func ownerLabel(_ segment: SpeakerShares.Segment) -> String { SpeakerShares.label(segment.owner, sides: sides) }

    private func amount(_ segment: SpeakerShares.Segment, of total: Int) -> String {
        guard total >= Self.fewestForPercent else { return numbers.part(segment.words, of: total) }
        return "\(numbers.counted(segment.words, "word")), \(numbers.percent(segment.part(of: total)))"
    }

    private func block(_ segment: SpeakerShares.Segment, of total: Int) -> ReportNode {
        let part = segment.part(of: total)
        let size = part < Self.narrowest.named ? " tiny" : part < Self.narrowest.namedOnPhones ? " narrow" : ""
        return element(.span, .class("block \(pattern(segment.owner)) f\(segment.weight(of: total))\(size)")) {
            if part >= Self.narrowest.named {
                element(.b) { name(ownerLabel(segment)) }
                element(.span) { amount(segment, of: total) }
            }
        }
    }

    /// The pattern only helps to follow a side from strip to strip; every block has its name.
    private func pattern(_ owner: SpeakerShares.Owner) -> String {
        switch owner {
        case .own: "own"
        case .side(let index): index < 4 ? "side-\(index + 1)" : "dashed"
        case .withoutSide, .unnamed: "dashed"
        }
    }

    @ReportBuilder private func smallBlocks(_ shares: SpeakerShares) -> [ReportNode] {
        let part = { (segment: SpeakerShares.Segment) in segment.part(of: shares.total) }
        let tiny = shares.segments.filter { part($0) < Self.narrowest.named }
        let narrow = shares.segments.filter { Self.narrowest.named <= part($0) && part($0) < Self.narrowest.namedOnPhones }
        if !(tiny + narrow).isEmpty {
            element(.p, .class(tiny.isEmpty ? "strip-rest on-phones" : "strip-rest"), .hiddenFromReaders) {
                "Also: " + list(tiny, of: shares.total)
                if !narrow.isEmpty { element(.span, .class("on-phones")) { (tiny.isEmpty ? "" : "; ") + list(narrow, of: shares.total) } }
            }
        }
    }

    /// The strips' lengths, for the hashed style block: the policy allows no style attributes.
    var generatedStyle: String {
        let weights = comparison.sources.flatMap { source in
            let shares = SpeakerShares(source, sides: sides)
            return shares.segments.map { $0.weight(of: shares.total) }
        }
        return Set(weights).sorted().map { ".f\($0){flex:\($0) \($0) 0}" }.joined()
    }
}

extension SpeakerShares.Segment {
    fileprivate func part(of total: Int) -> Double { Double(words) / Double(max(1, total)) }

    /// Whole percent, at least 1, so that no block vanishes.
    fileprivate func weight(of total: Int) -> Int { max(1, Int((part(of: total) * 100).rounded())) }
}
