import Comparing
import Scoring

extension HTMLDocument {
    /// Below this many mentions a percentage says more than the numbers carry.
    private static let fewestForPercent = 20

    /// A cell with many hits: own voice as "n of m" with a bar and limits as far as the evidence goes, the other voices beside it.
    ///
    /// The bar is own voice alone, since adding voices would mix what a source writes with whom it quotes.
    func shareOfCell(_ cell: CellReference) -> ReportNode {
        let counts = model.counts(cell)
        let evidence = comparison.concepts[cell.concept].evidence[cell.source]
        let share = comparison.concepts[cell.concept].framings[cell.framing].cells[cell.source].share
        return element(.span, .class("share"), .hiddenFromReaders) {
            if let share, evidence.level.step > 1 { bar(share, level: evidence.level) }
            element(.span, .class("part-of")) {
                mark(.own)
                numbers.part(counts.own, of: evidence.counts.own)
            }
            if counts.others > 0 { otherVoices(counts) }
        }
    }

    private func otherVoices(_ counts: VoiceCounts) -> ReportNode {
        element(.span, .class("others")) {
            for voice in [Voice.reported, .quoted, .distanced] where counts[voice] > 0 {
                element(.span) {
                    mark(voice)
                    numbers.digits(counts[voice])
                }
            }
        }
    }

    private func bar(_ share: Share, level: EvidenceLevel) -> ReportNode {
        element(.span, .class("bar")) {
            drawing(share, level: level)
            if share.conceptHits >= Self.fewestForPercent, share.estimate.isFinite { numbers.percent(share.estimate) }
        }
    }

    /// 100 units are the whole; the line through the bar's end spans the interval.
    ///
    /// The line is drawn twice, first wider in the colour of the page, so that it stands out from the bar under it.
    private func drawing(_ share: Share, level: EvidenceLevel) -> ReportNode {
        element(.svg, .init("viewBox", "0 0 100 10"), .init("width", "100"), .init("height", "10")) {
            rectangle("trough", width: 100)
            rectangle(level.step == 2 ? "hatched" : "solid", width: share.estimate * 100)
            if level.step > 2, let interval = share.interval {
                whisker("whisker-ground", interval)
                whisker("whisker", interval)
            }
        }
    }

    private func rectangle(_ name: String, width: Double) -> ReportNode {
        element(.rect, .class(name), .init("y", "1"), .init("width", units(width)), .init("height", "8"))
    }

    private func whisker(_ name: String, _ interval: ClosedRange<Double>) -> ReportNode {
        let low = units(interval.lowerBound * 100)
        let high = units(interval.upperBound * 100)
        return element(.path, .class(name), .init("d", "M\(low) 5H\(high)M\(low) 2v6M\(high) 2v6"))
    }

    /// Whole units within the drawing; a value that is no number is 0.
    private func units(_ value: Double) -> String { value.isFinite ? String(Int(min(100, max(0, value)).rounded())) : "0" }
}
